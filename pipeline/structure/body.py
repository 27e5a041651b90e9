"""Finds which body met."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from pipeline.structure.body_names import (
    article_short,
    called,
    canonical,
    is_bare,
    is_weak,
    lacks_place,
    name_in,
    named_kinds,
    place_of,
    short_of_members,
    stronger,
    unfolded,
)
from pipeline.structure.headings import Heading, Role, role_of
from pipeline.structure.meeting import front_end
from pipeline.structure.words import phrases, plain, word_set
from pipeline.types import Block, BlockKind, Document

_LONGEST_LINE = 160
_LONGEST_HEAD = 6
_TITLE_BLOCKS = 3
_MOST_JOINED = 3
_FILE = "body.toml"
_ABBREVIATION = re.compile(r"\b[A-Za-z]*[A-Z][\w-]*[A-Z][\w-]*")


def body(document: Document, headings: Sequence[Heading]) -> str:
    """Return the name of the body that met, or an empty string.

    A labelled line counts first, then titles and the lines on top; then the X of ``X-leden``,
    the file's name, and what the text calls the meeting most often.
    """
    front = document.blocks[: front_end(document, headings)]
    text = document.text
    kind = ""
    for name in _names(document, front, headings):
        if whole := canonical(unfolded(name, text), text):
            return f"{whole} {_beside(front)}".strip() if lacks_place(whole) else whole
        if not is_bare(name):
            return _with_place(stronger(unfolded(name, text), text), front)
        kind = kind or name
    if kind := kind or article_short(text):
        return unfolded(_completed(kind, document, front), text)
    if (named := _of_file(document)) and not short_of_members(text):
        return f"{called(text)} {named}".strip()
    named = short_of_members(text) or _file_title(document)
    return named or next(_sessions(front), "") or next(named_kinds(text), "") or _called(front)


def _called(front: Sequence[Block]) -> str:
    """Return what a label on top calls the meeting: ``Vergadering: Afstemming portaal``."""
    labels = phrases(_FILE, "labels", "meeting")
    said = (block.text.partition(":") for block in front)
    return next((rest.strip() for label, _, rest in said if rest and labels.match(label)), "")


def _names(
    document: Document, front: Sequence[Block], headings: Sequence[Heading]
) -> Iterator[str]:
    """Yield the names that titles and lines on top give; a mere session only from a title."""
    for line in _titles(document, front, headings):
        if name := name_in(line):
            yield name
    for place, block in enumerate(front):
        listed = block.kind is BlockKind.LIST_ITEM and place >= _TITLE_BLOCKS
        name = "" if listed else _name_of(block)
        if name and not (is_weak(name) and (place >= _TITLE_BLOCKS or is_bare(name))):
            yield name


def _sessions(front: Sequence[Block]) -> Iterator[str]:
    names = (_name_of(block) for block in front)
    yield from (name for name in names if name and is_weak(name) and not is_bare(name))


def _name_of(block: Block) -> str:
    line = block.text if len(block.text) < _LONGEST_LINE else block.text.split(" (")[0]
    address = "http" in line or "www." in line
    return "" if address or len(line) >= _LONGEST_LINE else name_in(line)


def _titles(
    document: Document, front: Sequence[Block], headings: Sequence[Heading]
) -> Iterator[str]:
    labels = phrases(_FILE, "labels", "phrases")
    for block in front:
        cells = [cell.text for cell in block.cells] or block.text[:_LONGEST_LINE].split(":", 1)
        if len(cells) > 1 and labels.match(cells[0]):
            yield cells[1]
    titles = {h.block for h in headings if h.role in (Role.TITLE, Role.CONTAINER)}
    yield from (document.blocks[i].text for i in sorted(titles) if i < len(front) + 2)
    yield document.title


def _with_place(name: str, front: Sequence[Block]) -> str:
    """Add the municipality of the letterhead to a kind that each municipality has."""
    if plain(name).split()[0] not in word_set(_FILE, "kinds", "local"):
        return name
    lines = "\n".join(block.text for block in front if len(block.text.split()) <= _LONGEST_HEAD)
    place = place_of(lines, ["gemeente"], bare=True)
    return name if place in name else f"{name} {place}"


def _completed(kind: str, document: Document, front: Sequence[Block]) -> str:
    """Give a bare kind its name: from the text, the file's name or a heading beside it."""
    named = next(named_kinds(document.text, kind), "")
    if named or not (beside := _of_file(document, but=kind) or _beside(front)):
        return named or kind
    return f"{kind} {beside}"


def _beside(front: Sequence[Block]) -> str:
    """Return the first heading on top that says neither what the document is nor when."""
    words = word_set(_FILE, "stops", "leading")
    for block in front:
        said = plain(block.text).split()
        if block.kind is not BlockKind.HEADING or not 0 < len(said) <= _LONGEST_HEAD:
            continue
        other = words & set(said) or name_in(block.text) or re.search(r"\d", block.text)
        if not other and role_of(block.text) is Role.ITEM:
            return block.text
    return ""


def _of_file(document: Document, but: str = "") -> str:
    """Return the abbreviation in the name of the file or its folder that the text knows too.

    With `but` another than that one.
    """
    known: dict[str, str] = {
        _squashed(token): token for token in _ABBREVIATION.findall(document.text) if token != but
    }
    path = PurePath(document.source)
    for name in (path.stem, *reversed(path.parent.parts)):
        parts = re.findall(r"[^\W\d_]+", name)
        joined = [
            known[squashed]
            for size in range(_MOST_JOINED, 0, -1)
            for i in range(len(parts) - size + 1)
            if (squashed := _squashed("".join(parts[i : i + size]))) in known
        ]
        if joined:
            return joined[0]
    return ""


def _file_title(document: Document) -> str:
    """Return the body in a file's name that reads as a title."""
    return name_in(re.sub(r"[\W_]+", " ", PurePath(document.source).stem))


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()
