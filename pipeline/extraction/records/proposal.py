"""Lets a bare ruling (``Besluit: akkoord``) take in the proposal that stands right before it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from spacy.tokens import Doc

from pipeline.data import read_toml
from pipeline.extraction.candidate import Draft
from pipeline.extraction.document import minutes_of, text_of
from pipeline.types import Block, BlockKind, Kind


def with_proposal(doc: Doc, draft: Draft) -> Draft:
    """Return the draft with the block before it, where it rules on what that block says.

    A ruling that opens its own block does; who reports or asks in the block before proposes
    nothing.
    """
    kind = draft.candidate.kind
    if start := _put_to_vote(doc, draft):
        return replace(draft, start=start)
    if kind is not Kind.BESLUIT or not _pattern("bare").search(
        text_of(doc)[draft.start : draft.end]
    ):
        return draft
    blocks = minutes_of(doc).document.blocks
    number = draft.candidate.block
    opening = text_of(doc)[blocks[number].start : min(draft.start, draft.candidate.cue)]
    item = minutes_of(doc).item_at(number)
    if opening.strip(" <:•-") or item is None:
        return draft
    before = _proposal(blocks[item.first + 1 : number])
    return replace(draft, start=before[0].start) if _proposes(before) else draft


def _put_to_vote(doc: Doc, draft: Draft) -> int:
    """Return where the block before a bare outcome begins that puts something to the vote, or 0."""
    blocks = minutes_of(doc).document.blocks
    number = draft.candidate.block
    outcome = _pattern("outcome").search(text_of(doc)[draft.start : draft.end])
    if not outcome or number == 0 or not _pattern("put_to_vote").search(blocks[number - 1].text):
        return 0
    return blocks[number - 1].start


def _proposal(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the last paragraph, with the points below it."""
    first = len(blocks) - 1
    while first > 0 and blocks[first].kind is BlockKind.LIST_ITEM:
        first -= 1
    return blocks[max(first, 0) :]


def _proposes(blocks: Sequence[Block]) -> bool:
    words = sum(len(block.text.split()) for block in blocks)
    fits = _data()["least_words"] <= words <= _data()["most_words"]
    running = all(b.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) for b in blocks)
    return running and fits and not any(_pattern("no_proposal").search(b.text) for b in blocks)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[name]), re.IGNORECASE)


def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_toml(__package__, "records.toml")["proposal"]
    return data
