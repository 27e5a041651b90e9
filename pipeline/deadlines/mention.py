"""Finds the words of a text that name a time, and tells which of them are a deadline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.deadlines import grammar, readings
from pipeline.deadlines.folding import fold
from pipeline.deadlines.grammar import Grammar, Rule

_REACH = 80
"""So many characters before a time decide whether it is a deadline."""

_BOUNDARY = re.compile(r"(?:^|[.;:,!?(|*\-–•\n>\])])\s*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that say by when, with their place in the text.

    Attributes
    ----------
    reads
        Name of the reading (`pipeline.deadlines.readings`).
    slots
        The words that the reading needs, by name.
    data
        The constants that the rule gives to the reading.
    """

    start: int
    end: int
    text: str
    reads: str
    slots: tuple[tuple[str, str], ...] = ()
    data: tuple[tuple[str, int], ...] = ()

    @property
    def concrete(self) -> bool:
        """Whether it names days, not an event or a meeting."""
        return self.reads not in readings.WORDS

    def resolve(self, meeting: date | None) -> str:
        """Return what it means at a meeting on that date.

        Returns
        -------
        str
            ISO date, ISO interval ``start/end``, ``next-meeting``, ``condition``, or nothing
            if the words need the meeting's date and it is unknown.
        """
        return readings.read(self.reads, dict(self.slots), dict(self.data), meeting)


@dataclass(frozen=True, slots=True)
class _Found:
    mention: Mention
    rule: Rule


def find(text: str) -> list[Mention]:
    """Return the deadlines that running text names, in order, without overlap.

    Examples
    --------
    >>> [m.text for m in find("Het verslag van 2 mei is vastgesteld; Els reageert voor 9 mei.")]
    ['voor 9 mei']
    """
    known, folded = grammar.load(), fold(text)
    return [
        found.mention
        for found in _longest(_candidates(text, folded, known, cell=False))
        if _is_deadline(found, folded, known)
    ]


def find_in_cell(text: str) -> list[Mention]:
    """Return the times that a column of deadlines names, in order, without overlap."""
    known, folded = grammar.load(), fold(text)
    return [found.mention for found in _longest(_candidates(text, folded, known, cell=True))]


def _candidates(text: str, folded: str, known: Grammar, *, cell: bool) -> Iterator[_Found]:
    present = {slot for slot, gate in known.gates.items() if gate.search(folded)}
    for rule in known.rules:
        if rule.cell and not cell:
            continue
        for form in rule.forms:
            if form.needs <= present:
                for match in form.pattern.finditer(folded):
                    yield _Found(_mention(match, text, rule), rule)


def _mention(match: re.Match[str], text: str, rule: Rule) -> Mention:
    slots = tuple((name, words) for name, words in match.groupdict().items() if words is not None)
    words = text[match.start() : match.end()]
    return Mention(match.start(), match.end(), words, rule.reads, slots, rule.data)


def _longest(found: Iterator[_Found]) -> Iterator[_Found]:
    """Keep of overlapping mentions the first; of those that begin together the longest."""
    end = -1
    for candidate in sorted(found, key=lambda f: (f.mention.start, -f.mention.end)):
        if candidate.mention.start >= end:
            end = candidate.mention.end
            yield candidate


def _is_deadline(found: _Found, folded: str, known: Grammar) -> bool:
    mention = found.mention
    before = folded[max(0, mention.start - _REACH) : mention.start]
    if not mention.concrete:
        return mention.reads != readings.NONE
    if _is_subject(mention, before, folded, known):
        return False
    return not found.rule.bare or bool(_BOUNDARY.search(before) or known.bare_after.search(before))


def _is_subject(mention: Mention, before: str, folded: str, known: Grammar) -> bool:
    """Tell whether the time only says when something else was or is."""
    if known.explicit.match(folded, mention.start):
        return False
    if known.subject.search(before) or known.over.match(folded, mention.end):
        return True
    if any(
        begin.match(folded, mention.start) and context.search(before)
        for context, begin in known.together
    ):
        return True
    is_last_day = known.last_day.match(folded, mention.start)
    is_length = mention.reads in ("after", "within")
    return not (is_last_day or is_length) and bool(known.gathering.search(before))
