"""The records of points below a heading that names their kind (``Werkafspraken``)."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from pipeline.data import read_toml
from pipeline.extraction.candidate import Candidate, Draft
from pipeline.extraction.cues.component import running_blocks
from pipeline.extraction.document import minutes_of
from pipeline.extraction.records.labelled import is_point
from pipeline.types import BlockKind, Kind

_WEIGHT = 0.7
_MOST_TITLE_WORDS = 4


def headed_drafts(doc: Doc) -> Iterator[Draft]:
    """Yield a draft for each list item of an agenda item whose title names a kind of record.

    Where the title names two kinds (``Besluiten en acties``) the parties decide.
    """
    minutes = minutes_of(doc)
    for number in running_blocks(minutes):
        block = minutes.document.blocks[number]
        item = minutes.item_at(number)
        if item is None or number == item.first or block.kind is not BlockKind.LIST_ITEM:
            continue
        kinds = kinds_of(item.title)
        if kinds and block.level <= 1 and is_point(block.text):
            yield Draft(block.start, block.end, _candidate(doc, number, kinds))


def kinds_of(title: str) -> tuple[Kind, ...]:
    """Return the kinds of record that a title announces.

    Examples
    --------
    >>> [kind.value for kind in kinds_of("Afspraken en acties")]
    ['afspraak', 'actie']
    >>> kinds_of("Actiepunten vorige keer")
    ()
    """
    words = re.findall(r"\w+", title.lower())
    others = read_toml(__package__, "records.toml")["heading_not"]["words"]
    if len(words) > _MOST_TITLE_WORDS or set(words).intersection(others):
        return ()
    return tuple(kind for kind, known in _headings().items() if known.intersection(words))


@cache
def _headings() -> dict[Kind, frozenset[str]]:
    data = read_toml(__package__, "records.toml")["heading"]
    return {Kind(kind): frozenset(words) for kind, words in data.items()}


def _candidate(doc: Doc, number: int, kinds: tuple[Kind, ...]) -> Candidate:
    block = minutes_of(doc).document.blocks[number]
    return Candidate(
        start=block.start,
        end=block.end,
        block=number,
        cue=block.start,
        cue_end=block.start,
        form="heading",
        rule="heading",
        kind=kinds[0] if len(kinds) == 1 else None,
        weight=_WEIGHT,
    )
