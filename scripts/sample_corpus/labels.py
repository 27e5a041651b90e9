"""The label file of a source: what its marks say, in the form that the evaluation reads."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sample_corpus.blocks import cells, heading
from sample_corpus.markup import Mark, MarkupError, Person, Source

STATUSES = ("aangenomen", "aangehouden", "verworpen", "voorwaardelijk", "open", "gesloten")

_LINE_MARKER = re.compile(r"^\s*(?:[-*]|\d+[.)]|[a-z][.)]) ", re.MULTILINE)
_NAME = re.compile(r"[\w.'-]+")
_ARTICLE = re.compile(r"^(?:de|het) ")
_SOFT = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an agenda item or closing list begins in the text; `listed` for the latter."""

    start: int
    number: str
    title: str
    listed: bool


def words(marked: str) -> str:
    """Return words without mark-up of layout, white space folded.

    >>> words("**De raad** stemt in met:\\n- de nota |  Aangenomen")
    'De raad stemt in met: de nota Aangenomen'
    """
    plain = _LINE_MARKER.sub("", marked.replace("**", "").replace(_SOFT, ""))
    return " ".join(re.sub(r"\||\[\[|\]\]", " ", plain).split())


def label_file(source: Source, organisations: Mapping[str, str]) -> dict[str, Any]:
    """Return the labels of a source; `organisations` gives full names by abbreviation."""
    places = tuple(_places(source))
    named = {**organisations, **source.settings.get("orgs", {})}
    return {
        "id": source.name,
        "body": source.settings["body"],
        "date": str(source.settings["date"]),
        "attendees": [{"name": words(person.name), "org": person.org} for person in source.people],
        "items": [
            {"number": place.number, "title": place.title} for place in places if not place.listed
        ],
        "records": [_record(source, mark, places, named) for mark in source.marks],
    }


def _places(source: Source) -> Iterator[Place]:
    start = 0
    for line in source.text.split("\n"):
        if line.startswith("|#"):
            number, title, *_ = cells(line)
            yield Place(start, number, words(title), False)
        elif (found := heading(line)) and found.role in {"item", "list"}:
            listed = found.role == "list"
            yield Place(start, "" if listed else found.number, words(found.title), listed)
        start += len(line) + 1


def _record(
    source: Source, mark: Mark, places: tuple[Place, ...], named: Mapping[str, str]
) -> dict[str, Any]:
    at = bisect_right([place.start for place in places], mark.start) - 1
    place = places[at] if at >= 0 else Place(0, "", "", False)
    responsible = _split(mark.keys.get("resp", ""))
    _check_verbatim(source, [*responsible, mark.keys.get("dl", "")])
    return {
        "text": words(mark.words),
        "kind": mark.kind,
        "item": {"number": place.number, "title": place.title},
        "responsible": responsible,
        "responsible_org": _organisations(source, mark, responsible, named),
        "deadline_text": mark.keys.get("dl", ""),
        "deadline": mark.keys.get("iso", ""),
        **_standing(source, mark, place),
        "group": int(mark.keys.get("group", 0)),
        "note": mark.keys.get("note", ""),
    }


def _standing(source: Source, mark: Mark, place: Place) -> dict[str, str]:
    """Return status and source, which follow from the list that a record stands in."""
    origin = mark.keys.get("source") or ("lijst" if place.listed else "lopend")
    task = origin == "lijst" and mark.kind != "besluit"
    status = mark.keys.get("status") or ("open" if task else "aangenomen")
    if status not in STATUSES or origin not in {"lijst", "lopend"}:
        raise MarkupError(f"{source.name}: {status!r} or {origin!r} is no status or source")
    return {"status": status, "source": origin}


def _check_verbatim(source: Source, quoted: list[str]) -> None:
    """Refuse parties and deadlines that are not quoted from the text."""
    whole = words(source.text)
    for one in quoted:
        if one not in whole:
            raise MarkupError(f"{source.name}: {one!r} does not stand in the text")


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(";") if name.strip()]


def _organisations(
    source: Source, mark: Mark, responsible: list[str], named: Mapping[str, str]
) -> list[str]:
    given = mark.keys.get("org")
    if given is None:
        return [_organisation(name, source.people, named) for name in responsible]
    found = [name.strip() for name in given.split(";")]
    if len(found) != len(responsible):
        raise MarkupError(f"{source.name}: {given!r} does not match {responsible}")
    return found


def _organisation(name: str, people: tuple[Person, ...], named: Mapping[str, str]) -> str:
    """Return the organisation of a party: by its own name, else by that of the one attendee."""
    known = {_key(person.org): person.org for person in people}
    known |= {_key(written): full for written, full in named.items()}
    if (key := _key(name)) in known:
        return known[key]
    parts = set(key.split())
    orgs = {person.org for person in people if parts <= set(_NAME.findall(person.name.lower()))}
    org = orgs.pop() if len(orgs) == 1 else ""
    return known.get(_key(org), org)


def _key(name: str) -> str:
    """Leave off case and article.

    >>> _key("De provincie")
    'provincie'
    """
    return _ARTICLE.sub("", name.lower())
