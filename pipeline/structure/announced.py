"""Finds items by what a line says: announced, labelled, and those that votes come back to."""

from collections.abc import Sequence

from pipeline.structure.headings import (
    LONGEST,
    Family,
    Heading,
    Role,
    clean_title,
    split_number,
)
from pipeline.structure.words import phrases, plain
from pipeline.types import AgendaItem, Block, BlockKind, Document

_SHORTEST = 10
_ALIKE = 30


def announced(document: Document) -> list[Heading]:
    """Return the titles below lines such as ``Aan de orde is:``.

    Several points may be announced at once, and a point with its sub-points.
    """
    said = phrases("words.toml", "items", "announcements")
    found: list[Heading] = []
    for index, block in enumerate(document.blocks):
        if not _is_line(block) or not said.match(block.text):
            continue
        for place in range(index + 1, len(document.blocks)):
            if not _is_title(document.blocks[place], first=place == index + 1):
                break
            found.append(_heading(place, document.blocks[place]))
    return found


def _is_title(block: Block, *, first: bool) -> bool:
    """Tell whether a block is a title: a point, a heading, or one line right below."""
    listed = block.kind in (BlockKind.LIST_ITEM, BlockKind.HEADING)
    line = first and block.kind is BlockKind.PARAGRAPH
    return (listed or line) and 0 < len(block.text) <= LONGEST


def _heading(place: int, block: Block) -> Heading:
    number, title = split_number(block)
    family = Family.HEADING if block.kind is BlockKind.HEADING else Family.NUMBERED
    return Heading(place, number, clean_title(title), 1 + number.count("."), Role.ITEM, family)


def labelled(document: Document) -> list[Heading]:
    """Return the subjects that lines such as ``Onderwerp: Nota groen`` name, each with its number.

    The number stands in a line above it: ``Nummer: 3``.
    """
    subject = phrases("words.toml", "items", "subject_labels")
    numbers = phrases("words.toml", "items", "number_labels")
    found: list[Heading] = []
    number = ""
    for index, block in enumerate(document.blocks):
        label, colon, rest = block.text.partition(":")
        if block.kind is BlockKind.TABLE_ROW or not colon or len(block.text) > LONGEST:
            continue
        if numbers.match(label) and len(rest.split()) == 1:
            number = rest.strip(" .")
        elif subject.match(label) and rest.strip():
            title = clean_title(rest)
            found.append(Heading(index, number, title, 1, Role.ITEM, Family.NUMBERED))
            number = ""
    return found


def come_back_to(document: Document, items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return the items with the later stretches in which the meeting comes back to one.

    The votes at the end of a meeting repeat the title of each point that is voted on, with the
    ruling below it.
    """
    shortest = _SHORTEST if announced(document) else _ALIKE
    opens = {item.first: item for item in items}
    titles = [(plain(item.title), item) for item in items]
    current: AgendaItem | None = None
    lines: list[tuple[int, AgendaItem]] = []
    for index, block in enumerate(document.blocks[:-1]):
        current = opens.get(index, current)
        alone = document.blocks[index + 1].kind is not BlockKind.LIST_ITEM
        if index in opens or not alone or not _is_line(block):
            continue
        named = _named(block, [pair for pair in titles if pair[1].first < index], shortest)
        if named is not None and named is not current:
            current = named
            lines.append((index, named))
    ends = [*(index for index, _ in lines[1:]), len(document.blocks)]
    found = [
        AgendaItem(item.number, item.title, index, min(end, _open_until(items, index)), again=True)
        for (index, item), end in zip(lines, ends, strict=False)
    ]
    return tuple(sorted([*items, *found], key=lambda item: item.first))


def _is_line(block: Block) -> bool:
    """Tell whether a block is no more than a line or two, outside tables."""
    return block.kind is not BlockKind.TABLE_ROW and 0 < len(block.text) <= LONGEST


def _named(
    block: Block, titles: Sequence[tuple[str, AgendaItem]], shortest: int
) -> AgendaItem | None:
    """Return the item whose title a line repeats."""
    line = plain(clean_title(split_number(block)[1]))
    if len(line) < (_ALIKE if block.kind is BlockKind.PARAGRAPH else shortest):
        return None
    return next((item for title, item in titles if _alike(line, title)), None)


def _alike(line: str, title: str) -> bool:
    """Tell whether two titles are the same, or one is the beginning of the other."""
    shorter, longer = sorted((line, title), key=len)
    return shorter == longer or (len(shorter) >= _ALIKE and longer.startswith(shorter))


def _open_until(items: Sequence[AgendaItem], index: int) -> int:
    """Return where the item that is open at a block ends."""
    return max((item.last for item in items if item.first < index < item.last), default=index + 1)
