"""Cuts the cell of a decision list that holds a ruling and a task into one piece for each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from pipeline.extraction.context import read_contexts
from pipeline.extraction.cues import CueRule, read_rules
from pipeline.extraction.document import span_of, text_of
from pipeline.types import ListRow

Place = tuple[int, int]


def split_row(doc: Doc, row: ListRow) -> list[ListRow]:
    """Return the rows that a row of a table of decisions holds: one for each ruling or task.

    What a cell tells besides (``Besproken.``) belongs to the piece before it, or to none.
    """
    parts = _sentences(doc, row)
    firsts = _firsts(doc, parts)
    if len(parts) < 2 or not firsts:
        return [row]
    lasts = [*(first - 1 for first in firsts[1:]), len(parts) - 1]
    return [
        _piece(doc, row, parts[first][0], parts[last][1])
        for first, last in zip(firsts, lasts, strict=True)
    ]


def cue_of(text: str) -> CueRule | None:
    """Return the surest rule by which a sentence is a ruling, an agreement or a task by itself.

    Examples
    --------
    >>> cue_of("Els werkt de planning uit.").kind
    <Kind.ACTIE: 'actie'>
    >>> cue_of("De stand is besproken.") is None
    True
    """
    hits = (
        rule
        for rule in _rules()
        if rule.fits("")
        and rule.regex.search(text)
        and not any(context.cancels(rule.id, text) for context in _contexts())
    )
    return max(hits, key=lambda rule: rule.weight, default=None)


_rules = cache(read_rules)
_contexts = cache(read_contexts)


def _sentences(doc: Doc, row: ListRow) -> list[Place]:
    """Return the sentences of a row's cell, without white space at their ends."""
    places: list[Place] = []
    for sentence in doc._.besluit_sentences:
        start, end = max(sentence.start, row.start), min(sentence.end, row.end)
        words = text_of(doc)[start:end] if start < end else ""
        if re.search(r"\w", words):
            left = start + len(words) - len(words.lstrip(" |\n"))
            places.append((left, left + len(words.strip(" |\n"))))
    return places


def _firsts(doc: Doc, parts: Sequence[Place]) -> list[int]:
    """Return the sentences with which a ruling or task begins.

    That are those with a cue, and after the first of them those without a finite verb.
    """
    cued = [cue_of(text_of(doc)[start:end]) is not None for start, end in parts]
    began = False
    firsts: list[int] = []
    for number, place in enumerate(parts):
        if cued[number] or (_is_telegram(doc, place) and (began or not any(cued))):
            firsts.append(number)
        began = began or cued[number]
    return firsts if any(cued) else sorted({0, *firsts})


def _is_telegram(doc: Doc, place: Place) -> bool:
    """Tell whether a sentence of two words or more lacks a finite verb."""
    span = span_of(doc, *place)
    finite = any("Fin" in token.morph.get("VerbForm", []) for token in span)
    return len(text_of(doc)[slice(*place)].split()) > 1 and not finite


def _piece(doc: Doc, row: ListRow, start: int, end: int) -> ListRow:
    return replace(row, start=start, end=end, task=text_of(doc)[start:end])
