"""Finds which body met."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.data import read_toml
from pipeline.structure.dates import find_dates
from pipeline.structure.headings import Heading, Role
from pipeline.structure.meeting import front_end
from pipeline.structure.words import phrases, word_set
from pipeline.types import Document

_LONGEST_LINE = 160
_FRONT_CHARACTERS = 2000
_FILE = "body.toml"


def body(document: Document, headings: Sequence[Heading]) -> str:
    """Return the name of the body that met, or an empty string.

    A labelled line counts first, then the title and the lines on top, then what the text calls
    the meeting most often.
    """
    for line in _lines(document, headings):
        name = _in_title(line)
        if name:
            return _with_place(name, document)
    return _most_named(document.text)


def _lines(document: Document, headings: Sequence[Heading]) -> Iterator[str]:
    front = document.blocks[: front_end(document, headings)]
    labels = phrases(_FILE, "labels", "phrases")
    for block in front:
        cells = [cell.text for cell in block.cells] or block.text[:_LONGEST_LINE].split(":", 1)
        if len(cells) > 1 and labels.match(cells[0]):
            yield cells[1]
    titles = {h.block for h in headings if h.role in (Role.TITLE, Role.CONTAINER)}
    yield from (document.blocks[i].text for i in sorted(titles) if i < len(front) + 2)
    yield document.title
    lines = (block.text for block in front if len(block.text) < _LONGEST_LINE)
    yield from (line for line in lines if "http" not in line and "www." not in line)


def _in_title(line: str) -> str:
    """Return the body in a title line: what is left without the words for the document.

    Examples
    --------
    >>> _in_title("Concept verslag Technisch Overleg Digikoppeling, 8 maart 2022")
    'Technisch Overleg Digikoppeling'
    >>> _in_title("Functional Advisory Board session - 15 december 2021")
    'Functional Advisory Board'
    """
    text = " ".join(re.sub(r"[*_/#|]+", " ", _without_dates(line)).split())
    for part in re.split(r"\s*[;·]\s*|\.\s+", text):
        match = _title_pattern().search(part)
        if match and not _is_no_name(match["name"]):
            return _trimmed(match["name"])
    return ""


def _is_no_name(name: str) -> bool:
    """Tell whether a match is part of a sentence, or a kind of meeting without a name."""
    words = {word.lower() for word in re.findall(r"\w+", name)}
    bare = name.lower().strip() in word_set(_FILE, "kinds", "words")
    return bare or bool(words & word_set(_FILE, "stops", "verbs"))


def _trimmed(name: str) -> str:
    trailing = "|".join(word_set(_FILE, "stops", "trailing"))
    name = re.sub(rf"(?i)(?:[\s,:–-]+(?:{trailing}))+[\s,:–-]*$", "", name)
    return name.strip(" ,.:-–—")


def _without_dates(text: str) -> str:
    for mention in reversed(find_dates(text)):
        text = f"{text[: mention.start]} · {text[mention.end :]}"
    return text


@cache
def _alternatives(*keys: str) -> str:
    words = sorted(word_set(_FILE, *keys), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


@cache
def _title_pattern() -> re.Pattern[str]:
    stop, lead = _alternatives("stops", "words"), _alternatives("stops", "leading")
    kinds = f"{_alternatives('kinds', 'words')}|{_alternatives('alone', 'words')}"
    before = rf"(?:(?!(?i:{lead}|{stop})\b)[\w²&'’.()/-]+[\s:,–-]+){{0,6}}"
    after = rf"(?:[\s–-]+(?!(?i:{stop})\b)[^\s·,;:|]+){{0,9}}"
    return re.compile(rf"(?<![\w²-])(?P<name>{before}(?<!\w)(?i:[\w²-]*(?:{kinds}))\b{after})")


def _with_place(name: str, document: Document) -> str:
    """Add the municipality, province or water board to a body that has many namesakes."""
    if not phrases(_FILE, "alone", "words").match(name):
        return name
    for home in read_toml("pipeline.structure", _FILE)["places"].values():
        if any(word in name.lower() for word in home["bodies"]):
            kinds = "|".join(home["words"])
            place = rf"\b(?i:{kinds}) +(?:[A-Z][\w'’-]+ ?){{1,3}}"
            found = re.search(place, document.text[:_FRONT_CHARACTERS])
            return f"{name} {found[0].strip()}" if found else name
    return name


def _most_named(text: str) -> str:
    """Return what running text calls the meeting: a kind with a name, or the X of `X-leden`."""
    kinds, members = _alternatives("kinds", "words"), _alternatives("members", "words")
    named = Counter(
        match[0] for match in re.finditer(rf"\b(?i:{kinds})(?: [A-Z][\w-]+){{1,4}}", text)
    )
    short = Counter(re.findall(rf"\b([A-Z]{{2,6}})(?=-(?:{members})\b)", text))
    ranked = short.most_common(1) or named.most_common(1)
    return ranked[0][0] if ranked else ""
