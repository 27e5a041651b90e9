"""Reads a source of the sample corpus: a TOML file whose `text` marks up its own labels.

A record stands as ``{kind key="value" : words of the record}``, a person on the attendance list
as ``{p Organisation: Name}`` (prints the name) or ``{pp Organisation: Name}`` (prints both).
Stripped of these, the text is made of blocks as `blocks` describes them.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KINDS = ("besluit", "afspraak", "actie", "toezegging")

_TAG = re.compile(
    r"\{(?P<tag>besluit|afspraak|actie|toezegging|pp?)\b"
    r'(?P<attributes>(?:"[^"]*"|[^":{}])*):\s*(?P<inner>[^{}]*)\}'
)
_ATTRIBUTE = re.compile(r'(\w+)=(?:"([^"]*)"|(\S+))')
_KEYS = frozenset({"resp", "org", "dl", "iso", "status", "source", "group", "note"})


class MarkupError(ValueError):
    """A source is not well formed; the message names it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A record as marked: its kind, its keys, its words, and where they begin in `Source.text`."""

    kind: str
    keys: dict[str, str]
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Person:
    """A name on the attendance list; `org` as written, may be empty."""

    name: str
    org: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source without its markup: settings, text to print, and what was marked in it."""

    name: str
    settings: dict[str, Any]
    text: str
    marks: tuple[Mark, ...]
    people: tuple[Person, ...] = field(default=())

    @property
    def format(self) -> str:
        """Suffix of the document, without dot."""
        return str(self.settings["format"])

    @property
    def item_form(self) -> str:
        """How the heading of an agenda item is printed."""
        return str(self.settings.get("item_form", "{number}. {title}"))


def read(path: Path) -> Source:
    """Read a source file.

    Raises
    ------
    MarkupError
        If a mark is left open, or has a key that is unknown.
    """
    settings = tomllib.loads(path.read_text(encoding="utf-8"))
    return strip(path.stem, settings, settings.pop("text").strip("\n") + "\n")


def strip(name: str, settings: dict[str, Any], marked: str) -> Source:
    """Take the markup out of `marked` and keep what it tells.

    >>> strip("x", {}, "Actie: {actie resp=Ana : Ana belt.}").text
    'Actie: Ana belt.'
    """
    text, last = "", 0
    marks: list[Mark] = []
    people: list[Person] = []
    for match in _TAG.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        tag, inner = match["tag"], match["inner"].strip()
        if tag in KINDS:
            marks.append(Mark(tag, _keys(name, match["attributes"]), inner, len(text)))
            text += inner
        else:
            people.append(Person(inner, match["attributes"].strip()))
            text += inner if tag == "p" else f"{inner} ({people[-1].org})"
    text += marked[last:]
    if "{" in text or "}" in text:
        place = min(i for i in (text.find("{"), text.find("}")) if i >= 0)
        raise MarkupError(f"{name}: a mark is left open near {text[place : place + 60]!r}")
    return Source(name, settings, text, tuple(marks), tuple(people))


def _keys(name: str, attributes: str) -> dict[str, str]:
    keys = {key: quoted or bare for key, quoted, bare in _ATTRIBUTE.findall(attributes)}
    unknown = keys.keys() - _KEYS
    rest = _ATTRIBUTE.sub("", attributes).strip()
    if unknown or rest:
        raise MarkupError(f"{name}: unknown keys {sorted(unknown)} {rest!r}")
    return keys


def sources(folder: Path) -> Iterator[Source]:
    """Read all sources in `folder`, ordered by name; names with an underscore are passed over."""
    for path in sorted(folder.glob("[!_]*.toml")):
        yield read(path)
