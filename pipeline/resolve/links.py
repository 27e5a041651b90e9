"""Which records of a document tell the same: a task in the text and its row in the closing list."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.types import Kind, ListRow, Minutes, Record, Source

# The numbers were chosen on labelled minutes: docs/confidence.md tells how, and what they reach.
LEAST = 0.13
"""The likeness from which two records tell the same."""

SURE = 0.3
"""The likeness from which a record that already has its match takes in a further one."""

_SAME_PARTY = 0.05
_SAME_IDENTIFIER = 0.1
_WIDTH = 4
_COMMON = 50

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Traits:
    """What besides its words tells a record from others."""

    ruling: bool
    listed: bool
    heading: str
    parties: frozenset[str]
    identifier: tuple[str, ...]

    def comparable(self, other: "_Traits") -> bool:
        if self.ruling != other.ruling:
            return False
        if self.listed and other.listed:
            elsewhere = self.heading != other.heading
            return elsewhere and not self.ruling and self.shares_party(other)
        return self.listed or other.listed

    def shares_party(self, other: "_Traits") -> bool:
        return bool(self.parties & other.parties)

    def shares_identifier(self, other: "_Traits") -> bool:
        return bool(self.identifier) and self.identifier == other.identifier


def links(records: Sequence[Record], minutes: Minutes) -> list[tuple[int, ...]]:
    """Return for each record the places of the others that tell the same.

    Compared are a row of a list and a sentence, or tasks of one party in two lists (that of last
    time and that at the end). Two rows of one list, or two sentences, are worded alike because
    their form is the same, and a ruling is never a task. The likeness is the share of letter
    groups in common, weighed by how rare they are in the document, with a little more for a
    party or a number of an action point in common; the likest pairs are linked first, and each
    record once unless the likeness is sure.

    Parameters
    ----------
    records
        The records of one document.
    minutes
        The minutes that they were found in.
    """
    homes = {place: {place} for place in range(len(records))}
    linked: set[int] = set()
    for likeness, one, other in sorted(_pairs(records, minutes), reverse=True):
        if likeness < SURE and linked & {one, other}:
            continue
        linked |= {one, other}
        joined = homes[one] | homes[other]
        homes.update((place, joined) for place in joined)
    return [tuple(sorted(homes[place] - {place})) for place in range(len(records))]


def _pairs(records: Sequence[Record], minutes: Minutes) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs that are alike enough, with their likeness."""
    groups = [letter_groups(record.text) for record in records]
    weights = _weights(groups)
    totals = [sum(weights[group] for group in sorted(own)) for own in groups]
    traits = _traits(records, minutes)
    for (one, other), common in _common(groups, weights, traits).items():
        likeness = common / (totals[one] + totals[other] - common)
        likeness += _SAME_PARTY * traits[one].shares_party(traits[other])
        likeness += _SAME_IDENTIFIER * traits[one].shares_identifier(traits[other])
        if likeness >= LEAST:
            yield (likeness, one, other)


def _common(
    groups: Sequence[frozenset[str]], weights: dict[str, float], traits: Sequence[_Traits]
) -> dict[tuple[int, int], float]:
    """Return the weight in common of each pair of records that may be the same."""
    holders: dict[str, list[int]] = {group: [] for group, weight in weights.items() if weight}
    for place, own in enumerate(groups):
        for group in own & holders.keys():
            holders[group].append(place)
    common: dict[tuple[int, int], float] = defaultdict(float)
    for group, places in sorted(holders.items()):
        for one, other in combinations(places, 2):
            if traits[one].comparable(traits[other]):
                common[one, other] += weights[group]
    return common


def letter_groups(text: str) -> frozenset[str]:
    """Return the groups of four letters within the words of a text, and its short words whole.

    They stand in for stems: ``aanleveren`` and ``leveren`` share all groups of the latter.

    Examples
    --------
    >>> sorted(letter_groups("De leden"))
    ['de', 'eden', 'lede']
    """
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if len(word) <= _WIDTH or word.isdecimal():
            found.add(word)
        else:
            found.update(word[i : i + _WIDTH] for i in range(len(word) - _WIDTH + 1))
    return frozenset(found)


def _weights(groups: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return how much each group tells: the rarer the more, and nothing when in many records."""
    counts = Counter(group for own in groups for group in own)
    size = len(groups) + 1
    return {g: math.log(size / count) if count <= _COMMON else 0.0 for g, count in counts.items()}


def _traits(records: Sequence[Record], minutes: Minutes) -> list[_Traits]:
    rows = {row.start: row for table in minutes.lists for row in table.rows}
    return [
        _Traits(
            ruling=record.kind is Kind.BESLUIT,
            listed=record.source is Source.LIJST,
            heading=record.heading,
            parties=_names(record),
            identifier=_identifier(record, rows),
        )
        for record in records
    ]


def _names(record: Record) -> frozenset[str]:
    words = (word for party in record.responsible for word in _WORD.findall(party))
    return frozenset(word.lower() for word in words if word[0].isupper())


def _identifier(record: Record, rows: dict[int, ListRow]) -> tuple[str, ...]:
    """Return the numbers by which minutes call a task: of its row, or in its label (``AP 12``)."""
    if record.source is Source.LIJST:
        row = rows.get(record.start)
        return tuple(_NUMBER.findall(row.identifier)) if row else ()
    return tuple(_NUMBER.findall(record.cue)) if record.rule.startswith("label") else ()
