"""What only the places of single letters tell about the words of a page.

Accents that are set over a letter as a sign of their own, the raised mark of a footnote behind a
word or before the note, and words set beside each other without a space between them.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.pdf import native

_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
}
_ACCENT_CODES = np.array(list(map(ord, _ACCENTS)), np.uint16)
_ACCENTED = re.compile(r"[´`¨ˆ˜¸](?=[^\W\d_])")
_MARK_BEHIND = re.compile(r"\S*(?:[^\W\d_]{3}|[^\W\d_]{2}[.,;:!?)\"'”’])(\d{1,2})")
_MARK_BEFORE = re.compile(r"(\d{1,2})(?:[A-Z]|[^\W\d_]{2})\S*")
_SMALLER = 0.85
_OVERLAPS = 0.4
_LONG, _SHORT = 16, 4
_GAP = 0.11
_MOST_LONG, _LEAST_PARTED = 0.06, 0.25
_DOTLESS = {"ı": "i", "ȷ": "j"}


class Word(NamedTuple):
    """A word: its text, and its first and last character (exclusive) among those of the page."""

    text: str
    start: int
    end: int


Boxes = NDArray[np.float64]
Whole = NDArray[np.int64]
Texts = NDArray[np.object_]


def settled(
    textpage: int, codes: NDArray[np.uint16], texts: Texts, start: Whole, end: Whole
) -> tuple[Texts, Whole, Whole]:
    """Return the words of a page with accents on their letters, note marks and words apart.

    Parameters
    ----------
    textpage
        Address of the text page.
    codes
        The characters of the page.
    texts, start, end
        The words, and where each begins and ends among the characters.
    """
    long = end - start >= _LONG
    many = np.count_nonzero(long) > _MOST_LONG * len(long)
    glued = bool(many) and _is_glued(textpage, list(_words(texts, start, end, long)))
    looked_at = end - start >= _SHORT if glued else _suspects(codes, start, end)
    changed: dict[int, list[Word]] = {}
    for number, word in zip(
        np.flatnonzero(looked_at).tolist(), _words(texts, start, end, looked_at), strict=True
    ):
        parts = _parts(textpage, word) if glued else [word]
        made = [one for part in parts for one in _spelled(textpage, part)]
        if made != [word]:
            changed[number] = made
    return _replaced(texts, start, end, changed) if changed else (texts, start, end)


def _is_glued(textpage: int, long: list[Word]) -> bool:
    """Tell from the long words of a page whether its words stand beside each other unparted."""
    parted = sum(len(_parts(textpage, word)) > 1 for word in long)
    return parted > max(1, _LEAST_PARTED * len(long))


def _words(texts: Texts, start: Whole, end: Whole, which: NDArray[np.bool_]) -> Iterator[Word]:
    picked = (texts[which].tolist(), start[which].tolist(), end[which].tolist())
    return map(Word, *picked)


def _suspects(codes: NDArray[np.uint16], start: Whole, end: Whole) -> NDArray[np.bool_]:
    """Return which words hold an accent by itself, or a digit at one end only."""
    digit = (codes >= ord("0")) & (codes <= ord("9"))
    accents = np.cumsum(np.isin(codes, _ACCENT_CODES))
    with_accent = accents[end - 1] > accents[start] - np.isin(codes[start], _ACCENT_CODES)
    found: NDArray[np.bool_] = with_accent | (digit[start] != digit[end - 1])
    return found


def _replaced(
    texts: Texts, start: Whole, end: Whole, changed: dict[int, list[Word]]
) -> tuple[Texts, Whole, Whole]:
    """Return the words with others in place of some of them."""
    words: list[Word] = []
    for number, word in enumerate(map(Word, texts.tolist(), start.tolist(), end.tolist())):
        words += changed.get(number, [word])
    made = np.empty(len(words), np.object_)
    made[:] = [word.text for word in words]
    places = np.array([word[1:] for word in words], np.int64)
    return (made, places[:, 0], places[:, 1])


def _spelled(textpage: int, word: Word) -> Iterator[Word]:
    return _without_mark(textpage, _composed(textpage, word))


def _boxes(textpage: int, first: int, last: int) -> Boxes:
    """Return left, bottom, right and top of characters, each as wide as it moves the next one."""
    sides = np.zeros((last - first, 4), np.float32)
    begin, step = sides.ctypes.data, 4 * sides.itemsize
    for number in range(last - first):
        native.char_box(textpage, first + number, begin + step * number)
    left, top, right, bottom = sides.T.astype(np.float64)
    return np.stack([left, np.minimum(top, bottom), right, np.maximum(top, bottom)], axis=1)


def _parts(textpage: int, word: Word) -> list[Word]:
    """Part a word where a gap stands between its letters, wider than the others."""
    if len(word.text) != word.end - word.start:
        return [word]
    boxes = _boxes(textpage, word.start, word.end)
    gaps = boxes[1:, 0] - boxes[:-1, 2]
    high = float(np.median(boxes[:, 3] - boxes[:, 1]))
    wide = np.flatnonzero(gaps > max(float(np.median(gaps)), 0.0) + _GAP * high) + 1
    cuts = [0, *wide.tolist(), len(word.text)]
    return [Word(word.text[a:b], word.start + a, word.start + b) for a, b in pairwise(cuts)]


def _composed(textpage: int, word: Word) -> Word:
    """Put accents that stand over a letter on it."""
    text = word.text
    for found in reversed(list(_ACCENTED.finditer(word.text))):
        place = found.start()
        accent, letter = _boxes(textpage, word.start + place, word.start + place + 2)
        shared = min(accent[2], letter[2]) - max(accent[0], letter[0])
        if shared > _OVERLAPS * min(accent[2] - accent[0], letter[2] - letter[0]):
            base = _DOTLESS.get(text[place + 1], text[place + 1])
            whole = unicodedata.normalize("NFC", base + _ACCENTS[text[place]])
            text = text[:place] + whole + text[place + 2 :]
    return word if text == word.text else word._replace(text=text)


def _without_mark(textpage: int, word: Word) -> Iterator[Word]:
    """Leave out the mark of a footnote behind a word; set the one before a note apart."""
    behind = _MARK_BEHIND.fullmatch(word.text)
    before = _MARK_BEFORE.fullmatch(word.text)
    if behind and _is_raised(textpage, word.end - 1, word.end - len(behind[1]) - 1):
        size = len(behind[1])
        yield Word(word.text[:-size], word.start, word.end - size)
    elif before and _is_raised(textpage, word.start, word.start + len(before[1])):
        size = len(before[1])
        yield Word(before[1], word.start, word.start + size)
        yield Word(word.text[size:], word.start + size, word.end)
    else:
        yield word


def _is_raised(textpage: int, mark: int, letter: int) -> bool:
    """Tell whether one character is smaller than another, and stands higher."""
    ((_, low, _, high),) = _boxes(textpage, mark, mark + 1)
    ((_, base, _, top),) = _boxes(textpage, letter, letter + 1)
    return bool(high - low < _SMALLER * (top - base) and low > base)
