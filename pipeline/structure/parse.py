"""Document to minutes: the one entry of this room."""

from collections.abc import Sequence

from pipeline.structure.announced import come_back_to
from pipeline.structure.attendance import attendance
from pipeline.structure.body import body
from pipeline.structure.headings import Heading, Role, candidates
from pipeline.structure.items import agenda_items, close_items
from pipeline.structure.lists import list_tables
from pipeline.structure.meeting import meeting_date
from pipeline.structure.outline import outline
from pipeline.types import AgendaItem, Block, BlockKind, Document, ListTable, Minutes

_FRONT_SHARE = 0.35
_TEXT_BEHIND = 40
_SHORT = 60
_ASIDE = (Role.AGENDA, Role.SUMMARY, Role.ATTACHMENT, Role.META)


def parse(document: Document) -> Minutes:
    """Return the document understood as minutes.

    Parameters
    ----------
    document
        A document as read.

    Returns
    -------
    Minutes
        Body, date, attendees, agenda items and lists; what is not found is empty. Nothing is
        raised for a document that is no minutes.
    """
    headings = outline(document, candidates(document))
    present = attendance(document, headings)
    lists = list_tables(document, headings, present.people)
    items = agenda_items(document, headings, lists, present.people)
    items, lists = close_items(document, items, lists, headings)
    return Minutes(
        document=document,
        body=body(document, headings),
        date=meeting_date(document, headings),
        attendees=present.people,
        items=come_back_to(document, items),
        lists=lists,
        skipped=_skipped(document, headings, items, lists) | present.blocks,
    )


def _skipped(
    document: Document,
    headings: Sequence[Heading],
    items: Sequence[AgendaItem],
    lists: Sequence[ListTable],
) -> frozenset[int]:
    """Return the blocks that are no running text of an item."""
    skipped = set(range(_front(document, items)))
    skipped |= {h.block for h in headings if _is_mere_heading(document, h)}
    for heading in headings:
        if heading.role in _ASIDE:
            skipped |= set(range(heading.block, _aside_end(document, heading, headings)))
    listed = {i for table in lists for i in range(table.first, table.last)}
    return frozenset(skipped - listed)


def _is_mere_heading(document: Document, heading: Heading) -> bool:
    """Tell whether a heading's block holds no text behind the title, and no decision's label."""
    if heading.role is Role.LABEL or not heading.title:
        return False
    text = document.blocks[heading.block].text
    behind = text.partition(heading.title)[2].strip()
    spoken = behind[:1].isupper() and behind.endswith(".") and " " in behind
    return len(text) - len(heading.title) < _TEXT_BEHIND and not spoken


def _front(document: Document, items: Sequence[AgendaItem]) -> int:
    """Return the block before which all is front matter: the first item, if it comes early."""
    if not items:
        return 0
    first = items[0].first
    place = document.blocks[first].start
    return first if place <= _FRONT_SHARE * max(len(document.text), 1) else 0


def _aside_end(document: Document, heading: Heading, headings: Sequence[Heading]) -> int:
    """Return the block after what stands under a heading that is no item."""
    blocks = document.blocks
    end = next((h.block for h in headings if h.block > heading.block), len(blocks))
    if heading.role is Role.ATTACHMENT:
        deeper = (h for h in headings if h.block > heading.block and h.depth <= heading.depth)
        return next((h.block for h in deeper), len(blocks))
    if heading.role is Role.META:
        after = heading.block + 1
        return after + 1 if after < end and len(blocks[after].text) <= _SHORT else after
    if heading.role is Role.AGENDA:
        return next(
            (i for i in range(heading.block + 1, end) if _is_running(blocks[i])),
            end,
        )
    return end


def _is_running(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.text) > 2 * _SHORT
