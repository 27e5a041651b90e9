"""Turns the bullets of a list into `ListRow` values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.structure.columns import is_owner
from pipeline.structure.rows import is_task
from pipeline.structure.words import plain, word_set
from pipeline.types import Block, BlockKind, Document, ListRow

_TRAILING = re.compile(
    r"\s*\(\s*(?P<owner>[^()]{1,80})\)\s*(?:[-–,;]\s*(?P<due>[^()]{1,40}?))?\s*\.?\s*$"
)
_DIVIDER = re.compile(r"\s+[–—-]{1,2}\s+|\s*:\s+|:$")
_DASH = re.compile(r"\s+[–—-]{1,2}\s+")
_COMMA = re.compile(r",\s+")
_BOX = re.compile(r"\s*\[(?P<tick>[ xX✓])\]\s*")
_IDENTIFIER = re.compile(r"(?i)\s*(?:actie(?:punt)?|ap)?\s*#?\d{1,4}[\w/-]*\s*[:.)–-](?!\d)\s*")
_LONGEST_OWNER = 80
_FULL_TASK_WORDS = 6
_PARTICULAR_WORDS = 2
_FEWEST_HEADS = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """The place of the task in a bullet, and what the bullet says besides."""

    start: int
    end: int
    owner: str = ""
    identifier: str = ""
    status: str = ""
    due: str = ""


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of one list; `names` are the words of the names of those present."""

    document: Document
    blocks: Sequence[int]
    names: frozenset[str]
    holder: str = ""
    holder_level: int = 0
    within: int | None = None

    def read(self) -> list[ListRow]:
        rows: list[ListRow] = []
        for place, index in enumerate(self.blocks):
            block = self.document.blocks[index]
            if rows and (more := _line_of(rows[-1], block.text)):
                rows[-1] = more
                self._give_owner(rows, index)
            elif block.kind is not BlockKind.HEADING:
                rows += self._bullet(place, index, block)
        return rows

    def _give_owner(self, rows: list[ListRow], index: int) -> None:
        """Let the tasks under one sub-heading have the owner that their last line names."""
        above = range(self.blocks[0] - 1, index)
        heads = [i for i in above if self.document.blocks[i].kind is BlockKind.HEADING]
        if len(heads) < _FEWEST_HEADS and not self._is_divided():
            return
        for place, row in enumerate(rows):
            if heads and row.block > heads[-1] and not row.owner:
                rows[place] = replace(row, owner=rows[-1].owner)

    def _is_divided(self) -> bool:
        """Tell whether the list has sub-headings."""
        within = self.document.blocks[self.blocks[0] : self.blocks[-1]]
        return any(block.kind is BlockKind.HEADING for block in within)

    def _bullet(self, place: int, index: int, block: Block) -> list[ListRow]:
        if self.holder and block.level <= self.holder_level:
            self.holder = ""
        if self.within is not None and block.level > self.within:
            return []
        self.within = None
        if self._is_specified(place):
            self.within = block.level
        elif self._is_deeper(place) and self._heads_others(block):
            return []
        return _rows(index, block, self.holder, self.names)

    def _is_deeper(self, place: int) -> bool:
        """Tell whether the next block stands below the one at `place`."""
        after = self.blocks[place + 1 : place + 2]
        level = self.document.blocks[self.blocks[place]].level
        return bool(after) and self.document.blocks[after[0]].level > level

    def _is_specified(self, place: int) -> bool:
        """Tell whether what stands below a task are mere particulars: a day, a time, a name."""
        level = self.document.blocks[self.blocks[place]].level
        below = [self.document.blocks[i] for i in self.blocks[place + 1 :]]
        deeper = list(takewhile(lambda block: block.level > level, below))
        name = self.document.blocks[self.blocks[place]].text.strip(" :*_")
        return bool(deeper) and not is_owner(name) and all(map(_is_particular, deeper))

    def _heads_others(self, block: Block) -> bool:
        """Tell whether a bullet names the owner or subject of the tasks below it.

        A whole task ending in a colon is specified by what stands below it.
        """
        name = block.text.strip(" :*_")
        owner = is_owner(name)
        bold = 0 < len(block.text) <= block.emphasis
        if owner and (bold or block.text.rstrip().endswith(":")):
            self.holder, self.holder_level = name, block.level
            return True
        if not block.text.rstrip().endswith(":"):
            return bold
        if len(name.split()) >= _FULL_TASK_WORDS:
            self.within = block.level
            return False
        return True


def bullet_rows(
    document: Document, blocks: Sequence[int], names: frozenset[str] = frozenset()
) -> list[ListRow]:
    """Return the rows of a list of bullets or lines.

    A bullet that only names somebody owns those below it; a line such as ``Eigenaar: Jan``
    belongs to the row above it.
    """
    return _Reader(document, blocks, names).read()


def _is_particular(block: Block) -> bool:
    """Tell whether a sub-bullet is a day, a time or a word or two, and no task."""
    words = [word for word in block.text.split() if any(map(str.isalpha, word))]
    return len(words) <= _PARTICULAR_WORDS and not block.text.rstrip().endswith(":")


def _line_of(row: ListRow, text: str) -> ListRow | None:
    """Return the row with the owner, term or status that a line below it gives."""
    label, colon, rest = text.partition(":")
    if not colon or not rest.strip():
        return None
    words, value = plain(label), rest.strip(" *_")
    if words in word_set("columns.toml", "cells", "line_owner"):
        return replace(row, owner=value)
    if words in word_set("columns.toml", "cells", "line_due"):
        return replace(row, due=value)
    if words in word_set("columns.toml", "cells", "line_status"):
        return replace(row, status=value)
    return row if words in word_set("columns.toml", "cells", "line_note") else None


def _rows(index: int, block: Block, holder: str, names: frozenset[str]) -> list[ListRow]:
    cut = cut_bullet(block.text, names)
    task = block.text[cut.start : cut.end]
    if not is_task(task):
        return []
    numbered = block.marker if block.marker[:1].isdigit() else ""
    row = ListRow(
        block=index,
        start=block.start + cut.start,
        end=block.start + cut.end,
        task=task,
        owner=cut.owner or holder,
        due=cut.due,
        status=cut.status,
        identifier=cut.identifier or numbered,
        struck=block.struck,
    )
    return [row]


def cut_bullet(text: str, names: frozenset[str] = frozenset()) -> Cut:
    """Cut the owner off the start (``Jan: …``) or the end (``… (Jan)``) of a bullet.

    Where both are there, the one who was present is the owner.

    Examples
    --------
    >>> line = "Actie Frank: mail de leden"
    >>> cut = cut_bullet(line)
    >>> cut.owner, line[cut.start : cut.end]
    ('Frank', 'mail de leden')
    >>> cut_bullet("Begroting: cijfers nalopen (Anna)", frozenset({"anna"})).owner
    'Anna'
    """
    box = _BOX.match(text)
    status = "gereed" if box and box["tick"].strip() else ""
    start, end = box.end() if box else 0, len(text.rstrip())
    if numbered := _IDENTIFIER.match(text, start):
        start = numbered.end()
    identifier = numbered[0].strip(" :.)–-") if numbered else ""
    first, after = _leading(text, start)
    last, due, before = _trailing(text)
    if not last and not first:
        last, due, before = _behind_dashes(text, names)
    if last and (not first or (_known(last, names) and not _known(first, names))):
        return Cut(start, before, last, identifier, status, due)
    return Cut(after if first else start, end, first, identifier, status)


def _leading(text: str, start: int) -> tuple[str, int]:
    """Return the owner before a colon or dash, and where the task begins."""
    for divider in (_DIVIDER, _COMMA):
        found = divider.search(text, start, start + _LONGEST_OWNER)
        if found is None:
            continue
        words = text[start : found.start()]
        owner = _owner(words)
        if owner and (divider is _DIVIDER or owner != words.strip(" *_")):
            return owner, found.end()
    return "", start


def _trailing(text: str) -> tuple[str, str, int]:
    """Return the owner in parentheses at the end, the term behind, and where the task ends."""
    found = _TRAILING.search(text)
    owner = _owner(found["owner"]) if found else ""
    if found is None or not owner:
        return "", "", len(text.rstrip())
    return owner, found["due"] or "", found.start()


def _behind_dashes(text: str, names: frozenset[str]) -> tuple[str, str, int]:
    """Return the owner behind a dash at the end, the term behind, and where the task ends."""
    dashes = list(_DASH.finditer(text))
    for cut in dashes[-2:]:
        owner, dash, due = _DASH.sub("\0", text[cut.end() :], count=1).partition("\0")
        if cut.start() > 0 and is_owner(owner) and _known(owner, names):
            return owner.strip(" ."), due.strip(" .") if dash else "", cut.start()
    return "", "", len(text.rstrip())


def _known(owner: str, names: frozenset[str]) -> bool:
    """Tell whether an owner is somebody present, or a usual word for one."""
    words = plain(owner)
    return bool(set(words.split()) & names) or words in word_set("columns.toml", "cells", "owners")


def _owner(words: str) -> str:
    """Return the owner whom a label or parenthesis names, or an empty string."""
    clean = words.strip(" *_")
    labels = word_set("columns.toml", "cells", "owner_labels")
    first, _, rest = clean.partition(" ")
    if plain(first) in labels and rest:
        clean = rest.strip(" :")
        return clean if is_owner(clean) or len(clean.split()) == 1 else ""
    return clean if is_owner(clean) else ""
