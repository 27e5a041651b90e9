"""Clean-up of words as they come from files."""

import re

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u3000\ufeff]+")
_HYPHENS = "-\u00ad\ufffe\x02\u2010\u2011"
_SOFT = "\u00ad\ufffe\x02"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\u00ad\ue000-\uf8ff]")
_BULLETS = "•‣▪▫●○◦■□–—→►➢✓✔\uf0b7\uf0a7\uf0d8\uf02d·*-o§Ø"
_MARKER = re.compile(
    r"(?P<marker>\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})[.)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?(?=\s)|\d{1,2}[a-z](?=\s)|["
    + re.escape(_BULLETS)
    + r"])\s+(?=\S)"
)
_KEPT_AFTER_HYPHEN = {"en", "of", "tot", "respectievelijk"}


def fold(text: str) -> str:
    """Fold white space and leave out control characters.

    Examples
    --------
    >>> fold("  een\\u00a0besluit \\n")
    'een besluit'
    """
    return _CONTROL.sub("", _SPACES.sub(" ", text)).strip()


def join_lines(left: str, right: str) -> str:
    """Join two lines of running text, and repair a word broken by a hyphen.

    Examples
    --------
    >>> join_lines("de lommer-", "rijke omgeving")
    'de lommerrijke omgeving'
    >>> join_lines("onderwijs-", "en zorgbeleid")
    'onderwijs- en zorgbeleid'
    >>> join_lines("het Woo-", "Besluit")
    'het Woo-Besluit'
    """
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return left or right
    if left[-1] not in _HYPHENS or left[-2:-1].isspace() or len(left) == 1:
        return f"{left} {right}"
    if left[-1] in _SOFT:
        return left[:-1] + right
    if right.split(maxsplit=1)[0] in _KEPT_AFTER_HYPHEN:
        return f"{left} {right}"
    before = left[:-1].split()[-1] if left[:-1].split() else ""
    broken = right[0].islower() and before[-1:].islower()
    return left[:-1] + right if broken else left + right


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
    """
    match = _MARKER.match(text)
    if match is None:
        return ("", text)
    return (match["marker"].strip(".()") or match["marker"], text[match.end() :])


def is_bullet(marker: str) -> bool:
    """Tell whether a marker is a bullet and no number."""
    return len(marker) == 1 and not marker.isdigit() and (marker in _BULLETS)
