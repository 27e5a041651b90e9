"""Finds when the meeting was."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath

from pipeline.structure.dates import file_date, find_dates
from pipeline.structure.headings import Heading, Role
from pipeline.structure.words import phrases, plain, word_set
from pipeline.types import Block, BlockKind, Document

_FRONT = 40
_FRONT_CHARACTERS = 4000
_LABELLED, _TITLE, _PLAIN, _NEAR = 4, 3, 2, 1


def meeting_date(document: Document, headings: Sequence[Heading]) -> date | None:
    """Return the date of the meeting.

    A labelled meeting date counts first, then a date in the title, the file's name, a date with
    the label ``Datum`` and a date near the top. A letterhead's ``Datum`` is the day of writing
    where another date says when the meeting was.
    """
    found = sorted(_ranked(document, headings), key=lambda pair: -pair[0])
    named = file_date(PurePath(document.source).name)
    if named and found and _same_day(named, found[0][1]):
        return named
    if found and found[0][0] >= _TITLE:
        return found[0][1]
    if named:
        return named
    return found[0][1] if found else None


def _same_day(one: date, other: date) -> bool:
    """Tell whether two dates differ in the year alone: one left from a copied document."""
    return (one.day, one.month) == (other.day, other.month)


def _ranked(document: Document, headings: Sequence[Heading]) -> Iterator[tuple[int, date]]:
    end = front_end(document, headings)
    label = 0
    for block in document.blocks[:end]:
        rank, words = _rank(block.text, label)
        rank = _in_place(rank, block)
        label = _label_rank(block.text) if len(block.text) < 30 else 0
        for mention in find_dates(words)[:1]:
            if rank == _NEAR and not _stands_alone(words):
                continue
            yield rank, mention.day
    for block in document.blocks[end : _top(document)]:
        if _label_rank(block.text) == _LABELLED:
            yield from ((_LABELLED, mention.day) for mention in find_dates(block.text)[:1])


def _in_place(rank: int, block: Block) -> int:
    """Return the rank of a date by where it stands: a point is no title, the first heading is."""
    if rank == _TITLE and block.kind is BlockKind.LIST_ITEM:
        return _NEAR
    heads = block.start == 0 and block.kind is BlockKind.HEADING
    return _TITLE if rank == _NEAR and heads else rank


def front_end(document: Document, headings: Sequence[Heading]) -> int:
    """Return the block at which the front matter ends."""
    first = next((h.block for h in headings if h.role is Role.ITEM), len(document.blocks))
    return max(min(first, _top(document)), 3)


def _top(document: Document) -> int:
    """Return the block at which the top of a document ends, whatever stands there.

    A PDF may give the columns of its letterhead behind the first items.
    """
    return next(
        (i for i, b in enumerate(document.blocks) if b.start > _FRONT_CHARACTERS or i > _FRONT),
        len(document.blocks),
    )


def _rank(text: str, label: int) -> tuple[int, str]:
    """Return how surely a date in a block is the meeting's, and the words to read it from."""
    own = _label_rank(text)
    if own:
        return own, text
    if label and len(text) < 60:
        return label, text
    words = set(plain(text[:200]).split())
    said = words & word_set("dates.toml", "title", "words")
    if said and not words & word_set("dates.toml", "title", "unless") and len(text) < 250:
        return _TITLE, text
    return _NEAR, text


def _label_rank(text: str) -> int:
    head = re.split(r"\s\|\s|:|\s(?=\d)", text.strip(" *_"), maxsplit=1)[0]
    if phrases("dates.toml", "labels", "meeting").match(head):
        return _LABELLED
    return _PLAIN if phrases("dates.toml", "labels", "plain").match(head) else 0


def _stands_alone(text: str) -> bool:
    mention = find_dates(text)[0]
    return len(text) - (mention.end - mention.start) < 40
