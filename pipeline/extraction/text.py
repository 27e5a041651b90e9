"""Small work on the words of a record."""

import re


def fold(text: str) -> str:
    """Fold white space.

    Examples
    --------
    >>> fold("twee\\n regels ")
    'twee regels'
    """
    return re.sub(r"\s+", " ", text).strip()
