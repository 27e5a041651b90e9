"""Joins the lines of pages into headings, paragraphs and list items."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.reading.builder import Piece
from pipeline.reading.clean import is_bullet, is_marker, split_heading_marker, split_marker
from pipeline.reading.hyphens import LineJoiner
from pipeline.reading.pdf.joined import join_lines
from pipeline.reading.pdf.layout import Layout
from pipeline.reading.pdf.lines import Line, same_height
from pipeline.reading.pdf.margins import Margins
from pipeline.types import BlockKind

_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]>]*$")
_DASHES = frozenset("-–—")
_HEADING_START = re.compile(r"[\"'“‘(]?\w.*[^\W\d_]")
_LONGEST_HEADING = 140
_MOST_HEADING_LINES = 3
_STEP = 5.0
_NEARLY = 0.85

Group = list[Line]


def paragraphs(lines: list[Line], layout: Layout, joiner: LineJoiner) -> Iterator[Piece]:
    """Yield the pieces of lines in reading order."""
    groups = grouped(lines, layout)
    yield from _with_depths((_left(group), _piece(group, layout, joiner)) for group in groups)


def grouped(lines: Iterable[Line], layout: Layout) -> list[Group]:
    """Put the lines of each paragraph, list item or heading together."""
    groups: list[Group] = []
    whole = _with_bullets(lines)
    margins = Margins(whole, layout)
    for line in whole:
        group = _open_group(groups, line, layout)
        if group is not None and _continues(group, line, margins.of(line)):
            group.append(line)
        else:
            groups.append([line])
    return groups


def _with_bullets(lines: Iterable[Line]) -> list[Line]:
    """Join a bullet or number that stands on a line of its own with the line beside it."""
    found: list[Line] = []
    for line in lines:
        if found and found[-1].length == 1 and _is_lone_marker(found[-1], line):
            line = found.pop().joined(line)
        found.append(line)
    return found


def _is_lone_marker(mark: Line, line: Line) -> bool:
    return (
        mark.page == line.page
        and same_height(mark, line)
        and mark.x1 <= line.x0 + 2
        and is_marker(mark.text)
    )


def _open_group(groups: list[Group], line: Line, layout: Layout) -> Group | None:
    """Return the group that a line may go on with: on a new page the one above the footnotes."""
    for group in reversed(groups[-8:]):
        last = group[-1]
        if last.page == line.page or not layout.is_small(last) or layout.is_small(line):
            return group
    return None


def _continues(group: Group, line: Line, layout: Layout) -> bool:
    """Tell whether a line goes on with the paragraph that `group` began."""
    last = group[-1]
    if abs(last.size - line.size) > 0.8 or _starts_item(group, line, layout):
        return False
    if last.is_bold != line.is_bold and (all(x.is_bold for x in group) or line.is_bold):
        return _is_run_on(last, line, layout)
    if last.page != line.page:
        return _continues_over_page(group, line, layout)
    if not -1 < line.top - last.top < 1.45 * max(_pitch(line, layout), 0.9 * line.size):
        return False
    if not _is_below(group, line):
        return False
    if line.is_bold and last.is_bold:
        return len(group) < _MOST_HEADING_LINES or not _ends(last) or _is_full(last, line, layout)
    open_end = not _ends(last) and (_is_small_letter(line) or _is_nearly_full(last, layout))
    return open_end or _is_full(last, line, layout)


def _pitch(line: Line, layout: Layout) -> float:
    """Return the usual distance between lines of this size."""
    return layout.pitch * line.size / layout.size if layout.size else layout.pitch


def _is_run_on(last: Line, line: Line, layout: Layout) -> bool:
    """Tell whether a change between bold and plain falls within a sentence."""
    if last.page != line.page or _ends(last):
        return False
    if not 0 < line.top - last.top < 1.45 * _pitch(line, layout):
        return False
    return _is_full(last, line, layout) and _is_long(last, layout)


def _is_long(line: Line, layout: Layout) -> bool:
    return line.x1 - line.x0 > 0.6 * (layout.right - layout.left)


def _continues_over_page(group: Group, line: Line, layout: Layout) -> bool:
    last = group[-1]
    if line.page - last.page > 1 or _ends(last) or last.is_bold:
        return False
    if abs(line.x0 - (last.x0 if len(group) > 1 else last.body_x0)) > 30:
        return False
    return _is_small_letter(line) or last.x1 > layout.left + 0.8 * (layout.right - layout.left)


def _is_below(group: Group, line: Line) -> bool:
    """Tell whether a line stands under the last one as the next line of its paragraph would."""
    last = group[-1]
    if line.x0 > last.x1 or line.x1 < last.x0:
        return False
    left = last.x0 if len(group) > 1 else last.body_x0
    if len(group) == 1 and last.is_marked and line.x0 < left - 2:
        return line.x0 >= last.x0 - 2 and not _ends(last)
    if last.x0 <= line.x0 <= left + 2:
        return True
    indented = line.x0 - left
    first_indent = len(group) == 1 and last.x0 == last.body_x0
    return -40 < indented < 6 if first_indent else abs(indented) < 6


def _ends(line: Line) -> bool:
    return bool(_SENTENCE_END.search(line.text))


def _is_small_letter(line: Line) -> bool:
    return line.text[:1].islower()


def _is_nearly_full(line: Line, layout: Layout) -> bool:
    """Tell whether a line runs so far that words tied together would not have fitted on it."""
    return line.x1 > layout.left + _NEARLY * (layout.right - layout.left)


def _is_full(last: Line, line: Line, layout: Layout) -> bool:
    """Tell whether the next line's first word would not have fitted on the last one."""
    space = 0.3 * line.size
    return last.x1 + space + (line.first_x1 - line.x0) > layout.right - space


def _starts_item(group: Group, line: Line, layout: Layout) -> bool:
    marker, rest = split_marker(line.text)
    if line.number or not marker:
        return bool(line.number)
    last = group[-1]
    flows = not _ends(last) and _is_full(last, line, layout) and abs(line.x0 - last.x0) < 2
    if not is_bullet(marker):
        if rest[:1].islower():
            return last.page == line.page and not _is_full(last, line, layout)
        return group[0].is_marked or not flows
    if marker not in _DASHES:
        return True
    return not flows or group[0].text[:1] == line.text[:1]


def _piece(group: Group, layout: Layout, joiner: LineJoiner) -> Piece:
    joined = join_lines(group, joiner)
    heading = _is_heading(group, joined.text, layout)
    marker, rest = _split(group, joined.text, heading)
    joined = joined.without_start(len(joined.text) - len(rest))
    kind = BlockKind.HEADING if heading else BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
    return Piece(
        kind=kind,
        text=joined.text,
        level=_heading_level(group, layout) if heading else int(bool(marker)),
        marker=marker,
        emphasis=joined.bold,
        struck=all(line.struck for line in group),
        stretches=joined.stretches,
    )


def _split(group: Group, text: str, heading: bool) -> tuple[str, str]:
    """Split bullet or number off the text of a group."""
    number = group[0].number
    if number and text.startswith(f"{number} "):
        return (number.strip(".():"), text[len(number) + 1 :])
    return split_heading_marker(text) if heading else split_marker(text)


def _is_heading(group: Group, text: str, layout: Layout) -> bool:
    if len(text) > _LONGEST_HEADING or len(group) > _MOST_HEADING_LINES:
        return False
    if is_bullet(split_marker(text)[0]) or not _HEADING_START.match(text):
        return False
    bold = all(line.is_bold for line in group)
    return (bold or layout.is_large(group[0])) and not text.endswith((".", ";", ",", ":"))


def _heading_level(group: Group, layout: Layout) -> int:
    """Return the depth of a heading from the size of its letters."""
    if not layout.is_large(group[0]):
        return len(layout.heading_sizes) + 1
    size = round(group[0].size)
    return 1 + sum(other > size for other in layout.heading_sizes)


def _left(group: Group) -> float:
    return min(line.x0 for line in group if line.page == group[0].page)


def _with_depths(pieces: Iterable[tuple[float, Piece]]) -> Iterator[Piece]:
    """Give list items their depth: each step to the right of the item before is one deeper."""
    steps: list[float] = []
    for left, piece in pieces:
        if piece.kind is not BlockKind.LIST_ITEM:
            outside = piece.kind is BlockKind.HEADING or (steps and left < steps[0] + _STEP)
            steps = [] if outside else steps
            yield piece
            continue
        while steps and left < steps[-1] - _STEP:
            steps.pop()
        if not steps or left > steps[-1] + _STEP:
            steps.append(left)
        yield replace(piece, level=len(steps))
