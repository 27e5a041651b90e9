"""Words under black boxes: they must not leak, and the reader must see that something stood there.

A box counts when it is dark, about as high as a line, and stands in the text. Words that lie
under it are replaced, unless they are set in light letters: then the box is their background.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading.pdf.grid import Area
from pipeline.reading.pdf.lines import same_height
from pipeline.reading.pdf.words import Word

REDACTED = "[REDACTED]"

_HIDDEN_SHARE = 0.6
_LOWEST, _HIGHEST = 0.6, 2.2
_NARROWEST = 0.8
_NEAR = 60.0
_LIGHT = 160


def redacted(lines: Sequence[list[Word]], boxes: Sequence[Area]) -> list[list[Word]]:
    """Return the lines of a page with a mark in place of what black boxes hide.

    Parameters
    ----------
    lines
        The words of the page, line by line.
    boxes
        Its dark boxes.
    """
    if not boxes:
        return list(lines)
    backgrounds = [box for box in boxes if _is_background(box, lines)]
    covers = [box for box in boxes if box not in backgrounds]
    shown = [_covered(line, covers) for line in lines]
    for box in covers:
        if not any(word.text == REDACTED and _covers(box, word) for line in shown for word in line):
            _insert(shown, box)
    return [line for line in shown if line]


def _is_background(box: Area, lines: Sequence[list[Word]]) -> bool:
    """Tell whether light words stand on a box."""
    return any(_covers(box, word) and word.shade >= _LIGHT for line in lines for word in line)


def _covers(box: Area, word: Word) -> bool:
    wide = min(box[2], word.x1) - max(box[0], word.x0)
    high = min(box[3], word.bottom) - max(box[1], word.top)
    share = _HIDDEN_SHARE
    return wide > share * (word.x1 - word.x0) and high > share * (word.bottom - word.top)


def _covered(line: list[Word], boxes: Sequence[Area]) -> list[Word]:
    """Replace the hidden words of a line, those side by side by one mark."""
    shown: list[Word] = []
    for word in line:
        if not any(_covers(box, word) for box in boxes):
            shown.append(word)
        elif shown and shown[-1].text == REDACTED:
            shown[-1] = replace(shown[-1], x1=word.x1)
        else:
            shown.append(replace(word, text=REDACTED))
    return shown


def _insert(lines: list[list[Word]], box: Area) -> None:
    """Put a mark in the line in which a box without words stands, if there is one."""
    mark = Word(REDACTED, 0, box[0], box[2], box[1], box[3], 0.0, False)
    for number, line in enumerate(lines):
        near = [w for w in line if same_height(w, mark) and w.x0 - _NEAR < mark.x1]
        near = [w for w in near if mark.x0 < w.x1 + _NEAR]
        if near and near[0].shade < _LIGHT and _is_like_line(box, near[0]):
            place = sum(word.x0 < mark.x0 for word in line)
            beside = line[max(place - 1, 0)]
            mark = replace(mark, size=beside.size, start=beside.start, top=beside.top)
            mark = replace(mark, bottom=beside.bottom)
            lines[number] = [*line[:place], mark, *line[place:]]
            return


def _is_like_line(box: Area, word: Word) -> bool:
    high, wide = word.bottom - word.top, box[2] - box[0]
    return _LOWEST * high < box[3] - box[1] < _HIGHEST * high and wide > _NARROWEST * high
