"""Reads who were at the meeting and who were not."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pipeline.structure.columns import from_header
from pipeline.structure.headings import Heading, Role, role_of
from pipeline.structure.people import comma_pair, is_name, is_role, people
from pipeline.structure.words import Phrases, phrases, plain, word_set
from pipeline.types import Attendee, Block, BlockKind, Document

_LABEL_LENGTH = 70
_LEAST_NAMES = 0.5
_LETTERHEAD = 8
_OTHER_LINES = (Role.META, Role.ATTACHMENT, Role.AGENDA, Role.LIST, Role.CONTAINER)
_FROM = re.compile(r"^(?i:van(?:uit|wege)?|namens)\s+(?:(?:de|het)\s+)?")


class Presence(StrEnum):
    """What a label says of the people behind it."""

    PRESENT = "present"
    INVITED = "invited"
    ABSENT = "absent"


@dataclass(slots=True)
class _Segment:
    """People under one label, and the blocks they stand in."""

    presence: Presence
    label: int
    people: list[Attendee] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)
    home: str = ""
    columns: tuple[str, ...] = ()
    table: int | None = None
    numbered: bool = False
    office: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """The people of the attendance list and the blocks that it takes up."""

    people: tuple[Attendee, ...]
    blocks: frozenset[int]


def attendance(document: Document, headings: Sequence[Heading]) -> Attendance:
    """Return the people named as present or absent.

    The list of those invited counts only where nobody but officers is named as present.
    """
    segments = _segments(document, headings)
    named = [s for s in segments if s.people and not s.office]
    present = [s for s in named if s.presence is Presence.PRESENT]
    chosen = [s for s in segments if not present or s.presence is not Presence.INVITED]
    blocks = frozenset(block for s in segments for block in s.blocks)
    homes = {p.name: p.organisation for s in segments for p in s.people if p.organisation}
    found = (_at_home(person, homes) for s in chosen for person in s.people)
    return Attendance(_unique(found), blocks)


def _at_home(person: Attendee, homes: Mapping[str, str]) -> Attendee:
    """Give a person the organisation that another list of the document tells."""
    return replace(person, organisation=person.organisation or homes.get(person.name, ""))


def _unique(found: Iterable[Attendee]) -> tuple[Attendee, ...]:
    seen: dict[tuple[str, str, bool], Attendee] = {}
    for person in found:
        seen.setdefault((person.name, person.organisation, person.present), person)
    return tuple(seen.values())


def _segments(document: Document, headings: Sequence[Heading]) -> list[_Segment]:
    heads = {h.block: h for h in headings}
    segments: list[_Segment] = []
    current: _Segment | None = None
    passed = False
    for index, block in enumerate(document.blocks):
        heading = heads.get(index)
        passed = passed or _opens_body(heading)
        labels = _labels(block, front=not passed) or _heading_label(heading)
        if labels:
            listed = block.kind is BlockKind.PARAGRAPH and not _label(block.text)
            if current is not None and listed:
                current.people += _read(current, _parts(block.text)[0])
            segments += [_open(index, block, *label) for label in labels]
            current = segments[-1]
        elif heading is not None and heading.role is not Role.ATTENDANCE:
            current = None
        elif current is None:
            current = _bare_table(index, block)
            segments += [current] if current else []
        elif not _add(current, index, document):
            current = None
    return segments


def _opens_body(heading: Heading | None) -> bool:
    """Tell whether a heading is that of an item, and of no letterhead."""
    if heading is None or heading.role is not Role.ITEM:
        return False
    return bool(heading.number) or heading.block > _LETTERHEAD


def _heading_label(heading: Heading | None) -> list[tuple[Presence, str]]:
    """Return what a heading says whose title stands in mark-up."""
    if heading is None or heading.role is not Role.ATTENDANCE:
        return []
    presence = _presence(heading.title)
    return [(presence, "")] if presence else []


def _labels(block: Block, *, front: bool) -> list[tuple[Presence, str]]:
    """Return the labels of a block with the words behind each.

    Above the first item they may stand behind other words, and delegations are labels too.
    """
    if block.kind is BlockKind.TABLE_ROW:
        return [label] if (label := _row_label(block)) else []
    parts = _parts(block.text)
    if not front and not _label(block.text):
        return []
    delegation = phrases("attendance.toml", "labels", "delegation")
    if front and delegation.match(block.text.partition(":")[0]):
        return [_label(part) or (Presence.PRESENT, part.partition(":")[2]) for part in parts]
    first = 0 if _label(block.text) else 1
    return [label for part in parts[first:] if (label := _label(part))]


def _parts(text: str) -> list[str]:
    """Cut a line before each label in it."""
    again = (
        r"(?i)(?<=[\s,.;])(?=(?:aanwezig|afwezig|afgemeld|afmelding|deelnemers|secretaris)[a-z]*"
        r"\s*(?:\([^)]*\))?\s*:)"
    )
    return [part for part in re.split(again, text) if part.strip()]


def _open(index: int, block: Block, presence: Presence, words: str) -> _Segment:
    office = phrases("attendance.toml", "labels", "offices").match(block.text.partition(":")[0])
    segment = _Segment(presence, index, office=office)
    _take(segment, index, block, words)
    return segment


def _label(text: str) -> tuple[Presence, str] | None:
    """Return what a leading label says, and the words behind it."""
    text = text.strip(" *_")
    head, colon, rest = text.partition(":")
    label = len(head) <= _LABEL_LENGTH and (colon or "," not in head)
    if label and (presence := _presence(head)):
        return presence, rest if colon else ""
    match = re.match(
        r"(?i)(aanwezig(?:en)?|afwezig(?:en)?|deelnemers|afgemeld)\s+(?=[A-Z\[])", text
    )
    if match and "," in text and (presence := _presence(match[1])):
        return presence, text[match.end() :]
    return None


def _row_label(block: Block) -> tuple[Presence, str] | None:
    for number, cell in enumerate(block.cells):
        label, rest = _cell_label(cell.text)
        if label is None:
            continue
        others = [c.text for c in block.cells[number + 1 :] if _cell_label(c.text)[0] is None]
        if rest or any(others):
            return label, ", ".join([rest, *others] if rest else others)
    return None


def _cell_label(text: str) -> tuple[Presence | None, str]:
    head, colon, rest = text.partition(":")
    word, names = (*text.split(maxsplit=1), "", "")[:2]
    apart = "(" in names or "\n" in text
    if not colon and names and apart and (presence := _presence(word)):
        return presence, names
    presence = _presence(head) if len(head) <= _LABEL_LENGTH else None
    return (presence, rest) if presence else (None, "")


def _presence(label: str) -> Presence | None:
    for presence in (Presence.ABSENT, Presence.INVITED, Presence.PRESENT):
        if _label_list(presence).match(re.sub(r"\([^)]*\)?", " ", label)):
            return presence
    return None


def _label_list(presence: Presence) -> Phrases:
    return phrases("attendance.toml", "labels", presence.value)


def _take(segment: _Segment, index: int, block: Block, words: str) -> None:
    segment.blocks.add(index)
    if block.kind is BlockKind.TABLE_ROW:
        segment.table = block.table
        columns = _columns([c.text for c in block.cells])
        if "name" in columns[1:]:
            segment.columns = columns
            return
    pair = comma_pair(words)
    segment.people += _read(segment, *pair) if pair else _read(segment, words)


def _read(segment: _Segment, words: str, home: str = "") -> list[Attendee]:
    present = segment.presence is not Presence.ABSENT
    return people(words, home, present=present)


def _add(segment: _Segment, index: int, document: Document) -> bool:
    """Add a block to the open segment; False when it is no part of it."""
    block = document.blocks[index]
    if block.kind is BlockKind.TABLE_ROW:
        return _add_row(segment, index, block)
    if segment.table is not None and segment.people:
        return False
    if segment.people and _leaves(segment, block):
        return False
    head, colon, rest = block.text.partition(":")
    label = _FROM.sub("", head.strip()) if colon and len(head) <= _LABEL_LENGTH else ""
    many = len(label.split()) > 4
    if label and not rest.strip():
        segment.home = "" if many else label
    elif label and "(" not in label and (many or "," not in label):
        segment.people += _read(segment, rest, "" if many or _is_office(label) else label)
    elif _heads_people(index, document):
        segment.home = block.text.strip(" .:")
    elif not _add_names(segment, block):
        return False
    segment.blocks.add(index)
    return True


def _is_office(label: str) -> bool:
    """Tell whether a label names the office of the people behind it, and no organisation."""
    return plain(label) in word_set("attendance.toml", "roles", "before")


def _leaves(segment: _Segment, block: Block) -> bool:
    """Tell whether a block begins something else: a point, or a line of the letterhead.

    Behind the one who holds an office only others with a label follow.
    """
    head, colon, _ = block.text.partition(":")
    if segment.office and not colon:
        return True
    aside = colon and role_of(head) in _OTHER_LINES
    counted = block.marker[:1].isdigit() or re.fullmatch(r"[A-Z]", block.marker) is not None
    point = block.kind is BlockKind.LIST_ITEM and counted
    return bool(aside) or (point and not segment.numbered)


def _heads_people(index: int, document: Document) -> bool:
    """Tell whether an organisation's line stands above a deeper list of its people."""
    block = document.blocks[index]
    after = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    if after is None or ("(" in block.text and not is_name(after.text)):
        return False
    deeper = after.level > block.level and block.kind is after.kind is BlockKind.LIST_ITEM
    return deeper or (after.marker == "o" and block.marker != "o")


def _add_names(segment: _Segment, block: Block) -> bool:
    text = block.text.strip()
    if re.fullmatch(r"_?\([^()]*\)_?", text):
        return True
    if segment.people and block.kind is BlockKind.PARAGRAPH and len(text.split()) == 1:
        return False
    pair = comma_pair(text)
    if pair and (block.kind is BlockKind.LIST_ITEM or len(pair[1].split()) == 1):
        found = _read(segment, *pair)
    else:
        found = _read(segment, text, segment.home)
    size = sum(len(person.name) + len(person.organisation) for person in found)
    if not found or size < _LEAST_NAMES * len(text) - 10:
        return False
    segment.people += found
    segment.numbered = segment.numbered or block.marker[:1].isdigit()
    return True


def _bare_table(index: int, block: Block) -> _Segment | None:
    """Open a segment at the heading row of a table of names and organisations."""
    if block.kind is not BlockKind.TABLE_ROW:
        return None
    columns = _columns([c.text for c in block.cells])
    named = {"name", "last"} & set(columns)
    if not named or not {"organisation", "role"} & set(columns):
        return None
    return _Segment(Presence.PRESENT, index, blocks={index}, columns=columns, table=block.table)


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the meaning of each heading cell of an attendance table, '' where unknown."""
    kinds = ("name", "first", "last", "organisation", "role", "presence")
    return tuple(
        next((k for k in kinds if phrases("attendance.toml", "columns", k).match(part)), "")
        for part in (text.split("/")[0] for text in cells)
    )


def _add_row(segment: _Segment, index: int, block: Block) -> bool:
    cells = [c.text.strip() for c in block.cells]
    if segment.table != block.table and (segment.table is not None or segment.people):
        return False
    if from_header(cells) is not None:
        return False
    columns = _columns(cells)
    if {"name", "last"} & set(columns) and {"organisation", "role"} & set(columns):
        segment.columns = columns
    elif segment.columns:
        segment.people += _table_people(segment, cells)
    elif not cells[0] or segment.table is None or all(is_name(c) for c in cells if c):
        segment.people += _read(segment, ", ".join(cell for cell in cells if cell))
    else:
        return False
    segment.table = block.table
    segment.blocks.add(index)
    return True


def _table_people(segment: _Segment, cells: Sequence[str]) -> list[Attendee]:
    """Read a table row; a table may hold several groups of name and organisation."""
    present = segment.presence is not Presence.ABSENT
    found: list[Attendee] = []
    name = first = ""
    for kind, cell in zip(segment.columns, cells, strict=False):
        if kind == "first" and found and not found[-1].name.startswith(cell):
            found[-1] = Attendee(
                f"{cell} {found[-1].name}".strip(), found[-1].organisation, present
            )
        elif kind == "first":
            first = cell
        elif kind in ("name", "last") and is_name(cell):
            name = f"{first} {_turned(cell)}".strip()
            found.append(Attendee(name, "", present))
        elif kind == "organisation" and found and not found[-1].organisation:
            home = "" if is_role(cell) else cell
            found[-1] = Attendee(found[-1].name, home, present)
    return [person for person in found if plain(person.name)]


def _turned(name: str) -> str:
    """Turn ``Jansen, Jan`` into ``Jan Jansen``."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name
