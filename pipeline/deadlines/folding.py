"""Brings text to the form in which the grammar is written, character for character."""

import unicodedata

_SAME = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "´": "'",
        "`": "'",
        "–": "-",
        "—": "-",
        "‑": "-",
        "\N{NO-BREAK SPACE}": " ",
    }
)


def fold(text: str) -> str:
    """Return `text` without accents and with plain dashes and quotes; its length is kept.

    The accent of "vóór" is kept: it tells "before" from "for".

    Examples
    --------
    >>> fold("Vóór de één-na-laatste, 3–5 maart ‘25")
    "Vóór de een-na-laatste, 3-5 maart '25"
    """
    return "".join(map(_plain, text)).translate(_SAME)


def _plain(character: str) -> str:
    return character if character in "óÓ" else unicodedata.normalize("NFD", character)[0]
