"""Clean-up of words as they come from files."""

import re

from pipeline.reading.woo import WOO_PARTY

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u3000\ufeff]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\u00ad\ue000-\uf8ff]")
_WINDOWS = re.compile(r"[\x80-\x84\x86-\x9f]")  # signs of Windows-1252, or of a symbol font
_UNCLEAN = re.compile(rf"\u200b|{_CONTROL.pattern}|{_WINDOWS.pattern}")
_SYMBOL_ALONE = re.compile(r"(?<!\S)[\ue000-\uf8ff\x80-\x84\x86-\x95\x98-\x9f](?!\S)")  # a bullet
_BULLETS = "•‣▪▫●○◦■□–—→►➢✓✔\uf0b7\uf0a7\uf0d8\uf02d·*-o§Ø"
_INITIAL = r"[A-Z]\.\s+(?:(?:van|de|den|der|ten|ter|te|in|'t)\s+){1,3}[A-Z][\w-]+\s*(?:$|[(,])"
_MARKER = re.compile(
    rf"(?!{WOO_PARTY})(?!{_INITIAL})"  # nor is the initial of "M. de Wit" the mark of a point
    r"(?P<marker>\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[a-zA-Z]|A[A-Z]|[ivx]{1,4}|[IVX]{1,4})[.)]"
    r"|\(?[A-Z]\.\d{1,2}(?:\.\d{1,2})?[.)]?(?=\s)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?(?=\s)|\d{1,2}[a-z](?=\s)|["
    + re.escape(_BULLETS)
    + r"])\s+(?=\S)"
)
_NUMBER = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[A-Z](?:\.?\d{1,2})?[a-z]?|[a-z])[.):]?"
)
_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[A-Z][a-z])")


def fold(text: str) -> str:
    """Fold white space and leave out control characters.

    Examples
    --------
    >>> fold("  een\\u00a0besluit \\n")
    'een besluit'
    >>> fold("\\x88 foto\\x92s")
    '• foto’s'
    """
    if text.isascii():
        return _CONTROL.sub("", _SPACES.sub(" ", text)).strip()
    text = _WINDOWS.sub(_as_windows, _SYMBOL_ALONE.sub("•", text))
    return _CONTROL.sub("", _SPACES.sub(" ", text)).strip()


def _as_windows(sign: re.Match[str]) -> str:
    return sign[0].encode("latin-1").decode("cp1252", "ignore")


def is_clean(text: str) -> bool:
    """Tell whether `fold` would leave every word of a text as it is.

    Examples
    --------
    >>> is_clean("een besluit"), is_clean("een\\u00adbesluit")
    (True, False)
    """
    return _UNCLEAN.search(text) is None


def split_marker(text: str) -> tuple[str, str]:
    """Split a bullet or number off the start of a text: (marker without dot or bracket, rest).

    Examples
    --------
    >>> split_marker("4a. Planning")
    ('4a', 'Planning')
    >>> split_marker("• punt")
    ('•', 'punt')
    >>> split_marker("Geen marker")
    ('', 'Geen marker')
    >>> split_marker("5.1.2e belt de aannemer.")
    ('', '5.1.2e belt de aannemer.')
    >>> split_marker("M. de Wit (voorzitter)")
    ('', 'M. de Wit (voorzitter)')
    """
    match = _MARKER.match(text)
    if match is None:
        return ("", text)
    return (match["marker"].strip(".()") or match["marker"], text[match.end() :])


def split_heading_marker(text: str) -> tuple[str, str]:
    """Split the number off a heading, where it may stand without dot.

    Examples
    --------
    >>> split_heading_marker("3 Mededelingen")
    ('3', 'Mededelingen')
    >>> split_heading_marker("12 maart 2024")
    ('', '12 maart 2024')
    """
    marker, rest = split_marker(text)
    bare = None if marker else _BARE_NUMBER.match(text)
    return (bare[1], text[bare.end() :]) if bare else (marker, rest)


def is_bullet(marker: str) -> bool:
    """Tell whether a marker is a bullet and no number."""
    return len(marker) == 1 and not marker.isdigit() and (marker in _BULLETS)


def is_number(text: str) -> bool:
    """Tell whether a word is the number or letter of an item, with or without dot.

    Examples
    --------
    >>> is_number("3"), is_number("3b."), is_number("C"), is_number("2024")
    (True, True, True, False)
    """
    return bool(_NUMBER.fullmatch(text))


def is_marker(text: str) -> bool:
    """Tell whether a word is a bullet or number by itself.

    Examples
    --------
    >>> is_marker("3.2"), is_marker("b)"), is_marker("2024")
    (True, True, False)
    """
    return bool(split_marker(f"{text} x")[0])
