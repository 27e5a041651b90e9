"""The boundaries of records that a cue inside a sentence makes."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from spacy.tokens import Doc

from pipeline.data import read_toml
from pipeline.extraction.candidate import Candidate, Draft
from pipeline.extraction.document import Sentence, minutes_of, text_of
from pipeline.types import BlockKind, Kind

_MOST_OPENING_WORDS = 8
_PRECEDENCE = (Kind.TOEZEGGING, Kind.BESLUIT, Kind.ACTIE, Kind.AFSPRAAK)


@cache
def _specifying(section: str) -> re.Pattern[str]:
    """Return a pattern over the beginnings of sentences that go on with a record."""
    words = read_toml(__package__, "records.toml")["specification"][section]
    return re.compile(rf"[\W\d]*(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _backward() -> tuple[re.Pattern[str], int, int]:
    """Return the words that point back, and the lengths up to which a ruling may do so."""
    data = read_toml(__package__, "records.toml")
    pattern = re.compile(data["backward"]["pattern"], re.IGNORECASE)
    return (pattern, data["backward"]["most_words"], data["bare_ruling"]["most_words"])


def _points_back(text: str) -> bool:
    pattern, most, bare = _backward()
    words = [word for word in text.split() if word[:1].isalpha()]
    return len(words) <= bare or (len(words) <= most and bool(pattern.search(text)))


def announces(doc: Doc, cue: Candidate) -> bool:
    """Tell whether a sentence ends in a colon and only announces what stands below it.

    That are points, or where it is short any block; then it holds no record itself.
    """
    blocks = minutes_of(doc).document.blocks
    if cue.end < blocks[cue.block].end - 1:
        return False
    sentence = text_of(doc)[cue.start : blocks[cue.block].end].rstrip()
    below = blocks[cue.block + 1 : cue.block + 2]
    lists = bool(below) and below[0].kind is BlockKind.LIST_ITEM
    return sentence.endswith(":") and (lists or len(sentence.split()) <= _MOST_OPENING_WORDS)


def cued_drafts(
    doc: Doc, candidates: list[Candidate], sentences: tuple[Sentence, ...]
) -> Iterator[Draft]:
    """Yield a draft for each sentence that holds candidates, with what specifies it."""
    starts = {candidate.start for candidate in candidates}
    taken = 0
    for (start, end), group in groupby(candidates, key=lambda c: (c.start, c.end)):
        best = best_candidate(list(group))
        if start < taken:
            continue
        left = _left(doc, start, end, best, sentences, starts)
        taken = _right(doc, end, best.block, sentences, starts)
        yield Draft(left, taken, best)


def best_candidate(candidates: list[Candidate]) -> Candidate:
    """Choose the candidate that speaks for a sentence: kind by the codebook, then weight."""
    order = {kind: place for place, kind in enumerate(_PRECEDENCE)}
    return min(
        candidates,
        key=lambda c: (order[c.kind] if c.kind else len(order), -c.weight, c.cue),
    )


def _right(
    doc: Doc, end: int, block: int, sentences: tuple[Sentence, ...], starts: set[int]
) -> int:
    """Take in the sentences after `end` that only specify the record."""
    for sentence in sentences:
        if sentence.block != block or sentence.start < end:
            continue
        text = text_of(doc)[sentence.start : sentence.end]
        refers = bool(_specifying("refers").match(text))
        specifies = sentence.start not in starts and bool(_specifying("begins").match(text))
        if not (refers or specifies):
            break
        end = sentence.end
    return end


def _left(
    doc: Doc,
    start: int,
    end: int,
    best: Candidate,
    sentences: tuple[Sentence, ...],
    starts: set[int],
) -> int:
    """Let a ruling that points back (``Akkoord.``) take in the proposal right before it."""
    if best.kind is not Kind.BESLUIT or not _points_back(text_of(doc)[start:end]):
        return start
    before = [s for s in sentences if s.block == best.block and s.end <= start]
    return before[-1].start if before and before[-1].start not in starts else start
