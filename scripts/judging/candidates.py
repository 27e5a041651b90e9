"""Words in and beside a record that may be its parties or its deadline, with their features."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from judging.options import Option
from pipeline.deadlines import Mention as Time
from pipeline.deadlines import find, first_deadline
from pipeline.evaluation import GoldRecord
from pipeline.evaluation.fields import party_pairs
from pipeline.extraction.confidence.model import Features
from pipeline.extraction.document import block_number, minutes_of, span_of, text_of
from pipeline.extraction.names.component import Mention
from pipeline.extraction.parties.groups import clause_from, left_of, right_of
from pipeline.extraction.text import fold
from pipeline.types import Decision

_CLAUSE = 8
"""Words behind a name that are looked at."""


def party_options(doc: Doc, row: Decision, gold: GoldRecord | None) -> tuple[Option, ...]:
    """Return the names in a row and in the sentences beside it, and what else the rules chose."""
    span = span_of(doc, *_around(doc, row))
    mentions: list[Mention] = list(doc._.besluit_mentions)
    inside = [m for m in mentions if span.start <= m.first and m.last <= span.end]
    found: dict[str, Features] = {}
    for place, mention in enumerate(inside):
        names = [*_of_row(row), *_of_name(doc, row, mention), f"nth={min(place, 3)}"]
        found.setdefault(fold(doc[mention.first : mention.last].text), dict.fromkeys(names, 1.0))
    for party in row.responsible:
        found.setdefault(party, dict.fromkeys([*_of_row(row), "no mention"], 1.0))
    right = {i for i, _ in party_pairs(list(found), gold.responsible)} if gold else set()
    return tuple(
        Option(text, features, text in row.responsible, place in right if gold else None)
        for place, (text, features) in enumerate(found.items())
    )


def deadline_options(doc: Doc, row: Decision, gold: GoldRecord | None) -> tuple[Option, ...]:
    """Return the times in a row and in the sentences beside it, and what else the rules chose."""
    start, end = _around(doc, row)
    text, meeting = text_of(doc), minutes_of(doc).date
    found: dict[str, Features] = {}
    for place, time in enumerate(find(text[start:end])):
        value = first_deadline(time.text, meeting).value or time.resolve(meeting)
        names = [*_of_row(row), *_of_time(doc, row, time, start), f"nth={min(place, 2)}"]
        found.setdefault(value, dict.fromkeys(names, 1.0))
    if row.deadline:
        found.setdefault(row.deadline, dict.fromkeys([*_of_row(row), "no mention"], 1.0))
    return tuple(
        Option(value, features, value == row.deadline, value == gold.deadline if gold else None)
        for value, features in found.items()
        if value
    )


def _around(doc: Doc, row: Decision) -> tuple[int, int]:
    """Return the bounds of a row widened by a sentence of its block on either side."""
    blocks = minutes_of(doc).document.blocks
    first, last = (block_number(blocks, place) for place in (row.char_start, row.char_end - 1))
    sentences = doc._.besluit_sentences
    before = [s for s in sentences if s.block == first and s.start < row.char_start]
    after = [s for s in sentences if s.block == last and s.end > row.char_end]
    start = min(before[-1].start, row.char_start) if before else row.char_start
    return start, max(after[0].end, row.char_end) if after else row.char_end


def _of_row(row: Decision) -> Iterator[str]:
    yield f"kind={row.kind}"
    yield f"source={row.source}"


def _of_name(doc: Doc, row: Decision, mention: Mention) -> Iterator[str]:
    words = doc[mention.first : mention.last]
    yield f"looks={mention.looks}"
    yield from _of_place(row, words, f"looks={mention.looks}")
    yield from _of_syntax(words)
    before, after = left_of(doc, mention.first, 0), right_of(doc, mention.last, len(doc))
    yield from _of_neighbour("before", doc[before] if before >= 0 else None)
    yield from _of_neighbour("after", doc[after] if after < len(doc) else None)
    clause = list(clause_from(doc, mention.last, len(doc)))
    yield from (f"clause={token.lemma_}" for token in clause[:_CLAUSE])


def _of_time(doc: Doc, row: Decision, time: Time, moved: int) -> Iterator[str]:
    words = span_of(doc, time.start + moved, time.end + moved)
    yield f"reads={time.reads}"
    yield f"first={words[0].lower_}"
    yield from _of_place(row, words, f"reads={time.reads}")
    yield from _of_syntax(words)
    yield from _of_neighbour("before", doc[words.start - 1] if words.start else None)
    yield from _of_neighbour("after", doc[words.end] if words.end < len(doc) else None)


def _of_place(row: Decision, words: Span, what: str) -> Iterator[str]:
    first, last = words.start_char, words.end_char
    where = "inside"
    if last <= row.char_start or first >= row.char_end:
        where = "before" if last <= row.char_start else "after"
    yield f"where={where}"
    yield f"where={where} {what}"
    yield f"where={where} dep={words.root.dep_}"
    yield f"where={where} opens={first <= row.char_start}"
    yield f"where={where} closes={last >= row.char_end - 2}"


def _of_syntax(words: Span) -> Iterator[str]:
    head = words.root
    verb = next((t for t in [head.head, *head.ancestors] if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        yield "no verb"
        return
    passive = any(token.dep_ == "aux:pass" for token in verb.children)
    yield f"dep={head.dep_} passive={passive}"
    yield f"dep={head.dep_} verb={verb.lemma_}"
    yield f"verb={verb.lemma_}"


def _of_neighbour(side: str, token: Token | None) -> Iterator[str]:
    yield f"{side}={token.lower_ if token is not None else ''}"
    yield f"{side} pos={token.pos_ if token is not None else ''}"
