"""Splits the words of an owner column or label into parties."""

import re
from collections.abc import Iterable
from functools import cache

from pipeline.extraction.names.variants import (
    attendee_organisations,
    bare_name,
    never_words,
    particles,
    role_words,
)
from pipeline.extraction.parties.groups import words
from pipeline.types import Minutes

_SEPARATORS = re.compile(r"\s*[,;/+&\n|?]\s*")
_LEAD = re.compile(
    r"^(?:(?:voor|door|aan|actie|actiehouder|trekker|is|wie|allen:|:|-|–|\(|\[|@)\s*)+",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^(?:-+|–|n\.?v\.?t\.?|nvt|\?+|tbd|p\.?m\.?|nader te bepalen|geen|x)$", re.I)
_GROUP = re.compile(r"\s*\(([^()]*(?:,|\+|/|\ben\b)[^()]*)\)")
_MEMBER = re.compile(r"^([A-Z][\w&.-]*[A-Z][\w&.-]*)\s*\(([A-Z][a-zà-ÿ]+)\)$")
_DATES = re.compile(
    r"(?<![\d.])\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?\b|[‘'’]\d\d\b|^\s*(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\b"
)
_LONGEST = 60


def split_owners(
    text: str, known: frozenset[str] = frozenset(), *, label: bool = False
) -> tuple[str, ...]:
    """Return the parties that an owner cell names, as written.

    Parameters
    ----------
    text
        The words of the cell, or between a label and its colon.
    known
        Names that the minutes use, by which names without a comma between them are told apart.
    label
        Whether the words stand in a label, where a plain word is no party.

    Examples
    --------
    >>> split_owners("Frank/Tim en VNG")
    ('Frank', 'Tim', 'VNG')
    >>> split_owners("n.v.t.")
    ()
    >>> split_owners("Frank (Geonovum), allen")
    ('Frank (Geonovum)', 'allen')
    >>> split_owners("FSC-team (Els + Karim)")
    ('FSC-team', 'Els', 'Karim')
    >>> split_owners("Els Karim, want die waren erbij", frozenset({"Els", "Karim"}))
    ('Els', 'Karim')
    """
    closed, insides = _hide_brackets(
        _cut(_LEAD.sub("", _open_groups(_DATES.sub("", text).strip())))
    )
    parts = [_show_brackets(part, insides) for part in _parts(closed)]
    parts = [
        one
        for part in parts
        for one in _members(part.strip(" .:–*_[]()-@" if label else " .:–*_-@"))
    ]
    named = [one for part in parts for one in _run_together(part, known)]
    kept = (part for part in named if not label or _is_name(part, known))
    return tuple(p for p in kept if p and len(p) <= _LONGEST and not _is_nobody(p))


def written_parties(texts: Iterable[str]) -> tuple[str, ...]:
    """Return mentions as parties, each once: ``Els/Karim`` are two, ``Els`` is ``Els Bos``."""
    parts = (part for text in texts for part in _slashed(text.lstrip("@")))
    found = list(dict.fromkeys(part for part in parts if part))
    bags = [set(part.lower().split()) for part in found]
    return tuple(
        part
        for part, bag in zip(found, bags, strict=True)
        if not any(bag < other for other in bags)
    )


def _slashed(text: str) -> list[str]:
    parts = text.split("/")
    return parts if all(part[:1].isupper() and " " not in part for part in parts) else [text]


def _cut(text: str) -> str:
    """Leave off what tells something else: ``Els, want zij was erbij``."""
    return _cut_pattern().sub("", text)


@cache
def _cut_pattern() -> re.Pattern[str]:
    stops = "|".join(re.escape(word) for word in sorted(words("owners.cut")))
    return re.compile(rf"(?<=\w)\W*\s(?:{stops})\b.*", re.DOTALL | re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    joins = "|".join(re.escape(w) for w in sorted(words("owners.between"), key=len, reverse=True))
    return re.compile(rf"\s+(?:{joins})\s+")


def _parts(text: str) -> list[str]:
    return [p for part in _SEPARATORS.split(text) for p in _between().split(part)]


def _members(part: str) -> list[str]:
    """Return an organisation and its person as two: ``UWV (Els)``."""
    return list(match.groups()) if (match := _MEMBER.match(part)) else [part]


def _run_together(part: str, known: frozenset[str]) -> list[str]:
    """Split names that stand without a comma: ``Els Karim``."""
    tokens = part.split()
    if len(tokens) < 2 or part in known or not known:
        return [part]
    names: list[str] = []
    while tokens:
        sizes = (size for size in range(len(tokens), 0, -1) if " ".join(tokens[:size]) in known)
        size = next(sizes, 0)
        if not size:
            rest_is_words = all(token[:1].islower() for token in tokens)
            return names if names and rest_is_words else [part]
        names.append(" ".join(tokens[:size]))
        tokens = tokens[size:]
    return names


def _is_name(part: str, known: frozenset[str]) -> bool:
    """Tell whether words of a label are a party: a known name, a role, or all in capitals."""
    folded = part.lower()
    if folded in {name.lower() for name in known}:
        return True
    first, *rest = bare_name(part).split() or [""]
    if first.lower() in role_words() or folded.endswith(("leden", "team", "groep")):
        return True
    small = (word for word in rest if word[:1].islower() and word not in particles())
    return first[:1].isupper() and not any(small) and first.lower() not in never_words()


def _is_nobody(part: str) -> bool:
    return bool(_NOBODY.match(part)) or part.isdigit() or part.lower() in words("owners.nobody")


def known_names(minutes: Minutes) -> frozenset[str]:
    """Return the names by which the minutes call people: of the list and of owner cells."""
    owners = (row.owner.strip() for table in minutes.lists for row in table.rows)
    single = {owner for owner in owners if re.fullmatch(r"[A-Z][\w-]+", owner)}
    people = {bare_name(attendee.name) for attendee in minutes.attendees}
    first = {name.split()[0] for name in people if name}
    return frozenset(single | people | first | attendee_organisations(minutes.attendees))


def _open_groups(text: str) -> str:
    """Take away the brackets around several names: each of them is a party."""
    return _GROUP.sub(r", \1", text)


def _hide_brackets(text: str) -> tuple[str, list[str]]:
    """Put a mark in the place of what stands in brackets, so that it is not split."""
    insides = re.findall(r"\([^()]*\)", text)
    return re.sub(r"\([^()]*\)", "\x00", text), insides


def _show_brackets(part: str, insides: list[str]) -> str:
    while "\x00" in part and insides:
        part = part.replace("\x00", insides.pop(0), 1)
    return part
