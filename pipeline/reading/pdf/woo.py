"""The articles of the Woo and Wob that stand in place of words that were left out."""

import re

# "5.1.2e", "5.1.2.e", "5.1.1c", "5.2.1"; of the Wob, before 2022: "10.2.e", "(10)(2e)".
_GROUND = re.compile(
    r"[(\[]?(?:art\.?)?(?:5\.[12]\.[1-7]\.?[a-i]?|(?:10|11)\.[12]\.?[a-g]?|\(?10\)?\(?2[a-g]\)?)"
    r"[)\].,;]*",
    re.IGNORECASE,
)


def is_woo_ground(word: str) -> bool:
    """Tell whether a word names the article on which something was left out.

    Examples
    --------
    >>> [is_woo_ground(word) for word in ("5.1.2e", "5.1.2.e", "10.2.e", "(10)(2e)", "Besluit")]
    [True, True, True, True, False]
    """
    return bool(_GROUND.fullmatch(word))
