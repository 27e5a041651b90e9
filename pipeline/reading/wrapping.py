"""Joins the hard-wrapped lines of plain text, and reads columns that stand apart by spaces."""

import re
from collections.abc import Iterator, Sequence
from statistics import quantiles

from pipeline.reading.clean import split_marker
from pipeline.reading.hyphens import LineJoiner

_FULL = 0.75
_LOWER_FULL = 0.6
_SHORTEST_WRAP = 45
_DEEPER = 8
_ROOM = 0.9  # of the width: a next word that would have stood in it was not wrapped
_RULE = re.compile(r"\s*([-=_*~.])(?:\s*\1){2,}\s*")
_COLUMNS = re.compile(r"\S\s{3,}\S")
_GAP = re.compile(r"\s{2,}|\t+")
_SPACED_OUT = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
# A number set apart ("21/4  Stuk"), an aligned label ("plaats   : Zaal 2") or an arrow.
_OPENS = re.compile(r"\d[\w./-]*\s{2,}\S|[^\W\d][\w ./]{0,20}(?:\s:|:\s\s)|(?:->|=>|→|»)\s*\S")

_LABEL = re.compile(r"[A-Z][\w ]{0,30}:\s")


def paragraphs(text: str, joiner: LineJoiner) -> Iterator[list[str]]:
    """Yield the paragraphs, each as a list of one line with its indent, and rows as their cells.

    A short line, a blank one, a rule or a bullet ends a paragraph.

    Examples
    --------
    >>> list(paragraphs("Naam       Wie\\n--------------\\nStuk       Jan\\n", LineJoiner([])))
    [['Naam', 'Wie'], ['Stuk', 'Jan']]
    """
    lines = [_SPACED_OUT.sub(_close_up, line) for line in text.split("\n")]
    width = _wrap_width(lines)
    rows = _rows(lines)
    held: list[str] = []
    for place, line in enumerate([*lines, ""]):
        if held and place not in rows and _continues(held[-1], line, width):
            held.append(line)
            continue
        if held:
            yield [_join(held, joiner)]
        held = []
        if place in rows:
            yield rows[place]
        elif line.strip() and not _RULE.fullmatch(line):
            held = [line.strip("\f")]


def indent(line: str) -> int:
    """Return the number of spaces before the words of a line."""
    return len(line) - len(line.lstrip())


def _close_up(match: re.Match[str]) -> str:
    """Write a word that is spaced out letter by letter (`V E R S L A G`) as a word."""
    return match[0].replace(" ", "")


def _rows(lines: Sequence[str]) -> dict[int, list[str]]:
    """Return the lines that are rows of a table, with their cells.

    Rows have tabs, or at least two in succession have words set apart by three spaces; a deeply
    indented line below goes on with their last column.
    """
    found = {i: _cells(line) for i, line in enumerate(lines) if "\t" in line.strip()}
    group: list[int] = []
    for place, line in enumerate([*lines, ""]):
        apart = "\t" not in line and _COLUMNS.search(line)
        below = group and line.strip() and indent(line) >= _DEEPER
        if apart or below:
            group.append(place)
        elif not (group and _RULE.fullmatch(line)):
            whole = [i for i in group if _COLUMNS.search(lines[i])]
            found |= {i: _cells(lines[i]) for i in group if len(whole) > 1}
            group = []
    return found


def _cells(line: str) -> list[str]:
    cells = _GAP.split(line.strip()) if "\t" not in line else re.split(r"\t+", line.strip())
    return ["", *cells] if indent(line) >= _DEEPER and len(cells) == 1 else cells


def _join(held: Sequence[str], joiner: LineJoiner) -> str:
    joined = held[0]
    for line in held[1:]:
        joined = joiner.join(joined, line.strip())
    return joined


def _wrap_width(lines: Sequence[str]) -> float:
    """Return the width at which the text is wrapped: that of its longer lines."""
    lengths = [len(line.rstrip()) for line in lines if line.strip() and not _RULE.fullmatch(line)]
    return quantiles(lengths, n=10)[-1] if len(lengths) > 1 else float(_SHORTEST_WRAP)


def _continues(last: str, line: str, width: float) -> bool:
    """Tell whether a line goes on with the paragraph of the line before it."""
    words, size = line.strip(), len(last.rstrip())
    if not words or _RULE.fullmatch(line) or split_marker(words)[0] or _OPENS.match(words):
        return False
    ended = last.rstrip().endswith((".", ":", "?", "!"))
    full = width >= _SHORTEST_WRAP and size >= _FULL * width
    if indent(line) - indent(last) >= _DEEPER and not (full or last.rstrip().endswith(",")):
        return False
    if (words[0].islower() or words[0] == "(") and not ended:
        return width < _SHORTEST_WRAP or size >= _LOWER_FULL * width
    fits = size + 1 + len(words.split()[0]) <= _ROOM * width
    return full and not (fits and (ended or _LABEL.match(words)))
