"""The articles of the Woo and Wob that stand in place of words that were left out."""

import re

WOO_PARTY = (
    r"(?:5\.1\.2\.?e\b"  # Woo
    r"|10\.2\.?e\b|\(?10\)?\s?\(2\.?e\))"  # Wob, until 2022
)
"""A pattern of the articles on privacy, each in place of a person: `5.1.2e`, `(10)(2e)`."""

WOO_GROUND = rf"(?:{WOO_PARTY}|5\.[12]\.[1-7](?:\.?[a-i]\b)?|10\.2\.?[a-g]\b)"
"""A pattern of all articles on which words are left out; `5.1.2i` and `5.2.1` too."""

_WORD = re.compile(rf"[(\[]?(?:art\.?|artikel)?{WOO_GROUND}[)\].,;]*", re.IGNORECASE)


def is_woo_ground(word: str) -> bool:
    """Tell whether a word names the article on which something was left out.

    Examples
    --------
    >>> [is_woo_ground(word) for word in ("5.1.2e", "5.1.2.e", "10.2.e", "(10)(2e)")]
    [True, True, True, True]
    >>> is_woo_ground("5.1"), is_woo_ground("10.2")
    (False, False)
    """
    return bool(_WORD.fullmatch(word))
