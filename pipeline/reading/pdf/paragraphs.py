"""Joins the lines of pages into headings, paragraphs and list items."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from pipeline.reading.builder import Piece
from pipeline.reading.clean import fold, is_bullet, join_lines, split_marker
from pipeline.reading.pdf.lines import PageLine
from pipeline.types import BlockKind, Box

_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_LONGEST_HEADING = 140
_BULLET_ALONE = re.compile(r"[•‣▪●○◦■□➢\uf0b7\uf0a7\uf0d8o–-]")


@dataclass(frozen=True, slots=True)
class Layout:
    """The usual measures of a document, in points."""

    size: float
    pitch: float
    right: float
    left: float

    @classmethod
    def of(cls, lines: list[PageLine]) -> "Layout":
        """Take the measures: size of most characters, usual line distance, margins."""
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        body = [line for line in lines if line.size == size] or lines
        gaps = [
            b.top - a.top
            for a, b in itertools.pairwise(body)
            if a.page == b.page and 0 < b.top - a.top < 4 * size
        ]
        rights = sorted(line.x1 for line in body)
        lefts = sorted(line.x0 for line in body)
        return cls(
            size=size,
            pitch=median(gaps) if gaps else 1.3 * size,
            right=rights[int(0.9 * (len(rights) - 1))] if rights else 500.0,
            left=lefts[int(0.1 * (len(lefts) - 1))] if lefts else 70.0,
        )


def merged_bullets(lines: Iterable[PageLine]) -> list[PageLine]:
    """Join a bullet that stands on a line of its own with the line beside or after it."""
    found: list[PageLine] = []
    for line in lines:
        if found and _BULLET_ALONE.fullmatch(found[-1].text.strip()) and _beside(found[-1], line):
            bullet = found.pop()
            line = _prefixed(bullet, line)
        found.append(line)
    return found


def _beside(bullet: PageLine, line: PageLine) -> bool:
    return bullet.page == line.page and abs(bullet.top - line.top) < 1.2 * line.size


def _prefixed(bullet: PageLine, line: PageLine) -> PageLine:
    text = f"{bullet.text.strip()} {line.text}"
    return PageLine(
        text=text,
        page=line.page,
        start=line.start - len(text) + len(line.text),
        x0=bullet.x0,
        x1=line.x1,
        top=line.top,
        bottom=line.bottom,
        size=line.size,
        bold=line.bold + 2 if line.bold else 0,
    )


def paragraphs(lines: list[PageLine], layout: Layout) -> list[Piece]:
    """Return the pieces of lines in reading order."""
    groups: list[list[PageLine]] = []
    for line in merged_bullets(lines):
        if groups and _continues(groups[-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_piece(group, layout) for group in groups]


def _continues(group: list[PageLine], line: PageLine, layout: Layout) -> bool:
    """Tell whether a line goes on with the paragraph that `group` began."""
    last = group[-1]
    if _starts_item(line) or abs(last.size - line.size) > 0.6:
        return False
    if last.is_bold != line.is_bold and (last.is_bold or group[0].is_bold):
        return False
    open_end = not _SENTENCE_END.search(last.text.strip())
    small = line.text.lstrip()[:1].islower()
    if last.page != line.page:
        return open_end and (small or last.x1 > layout.left + 0.8 * (layout.right - layout.left))
    if not -1 < line.top - last.top < 1.5 * max(layout.pitch, line.size):
        return False
    if last.top - line.top > -1 and abs(line.x0 - last.x0) > 20:
        return False
    if line.is_bold and last.is_bold:
        return True
    return (small and open_end) or _is_full(last, line, layout)


def _is_full(last: PageLine, line: PageLine, layout: Layout) -> bool:
    """Tell whether the next line's first word would not have fitted on the last one."""
    word = line.text.split(maxsplit=1)[0] if line.text.split() else ""
    width = (line.x1 - line.x0) / max(len(line.text), 1)
    return last.x1 + (len(word) + 1) * width > layout.right - 1.5 * width


def _starts_item(line: PageLine) -> bool:
    marker, rest = split_marker(line.text.strip())
    return bool(marker) and (not rest[:1].islower() or is_bullet(marker))


def _piece(group: list[PageLine], layout: Layout) -> Piece:
    text = ""
    turns: list[tuple[int, int]] = []
    raw: list[tuple[int, int, int]] = []
    page = group[0].page
    for line in group:
        text = join_lines(text, fold(line.text))
        place = len(text) - len(fold(line.text))
        raw.append((max(place, 0), line.page, line.start))
        if line.page != page:
            turns.append((max(place, 0), line.page))
            page = line.page
    marker, rest = split_marker(text)
    cut = len(text) - len(rest)
    heading = _is_heading(group, rest, layout)
    kind = BlockKind.HEADING if heading else BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
    return Piece(
        kind=kind,
        text=rest,
        page=group[0].page,
        level=_level(group, marker, kind, layout),
        marker=marker,
        emphasis=max(_bold_start(group) - cut, 0),
        boxes=tuple(Box(x.page, x.x0, x.top, x.x1, x.bottom) for x in group),
        turns=tuple((max(place - cut, 0), page) for place, page in turns),
        raw=tuple((max(place - cut, 0), page, start) for place, page, start in raw),
    )


def _bold_start(group: list[PageLine]) -> int:
    total = 0
    for line in group:
        total += line.bold
        if not line.is_bold:
            break
    return total


def _is_heading(group: list[PageLine], text: str, layout: Layout) -> bool:
    if len(text) > _LONGEST_HEADING or len(group) > 3:
        return False
    bold = all(line.is_bold for line in group)
    large = group[0].size > layout.size + 0.8
    return (bold or large) and not text.endswith((".", ";", ",", ":"))


def _level(group: list[PageLine], marker: str, kind: BlockKind, layout: Layout) -> int:
    """Return heading depth from the size, or list depth from the indentation."""
    if kind is BlockKind.HEADING:
        return (
            1 if group[0].size > layout.size + 3 else 2 if group[0].size > layout.size + 0.8 else 3
        )
    if not marker:
        return 0
    return 1 + max(int((group[0].x0 - layout.left) // 16), 0)
