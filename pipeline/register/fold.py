"""Brings names to the form in which they are compared."""

import re
import unicodedata

_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_SURE_LENGTH = 5


def fold_name(name: str) -> str:
    """Return a name in lower case without accents and punctuation.

    Examples
    --------
    >>> fold_name("Provincie Fryslân (kantoor)")
    'provincie fryslan kantoor'
    """
    plain = unicodedata.normalize("NFKD", name).replace("&", " en ")
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", letters).strip().lower()


def fold_abbreviation(word: str) -> str:
    """Return an abbreviation in one form: ``I&W`` is ``IenW``, ``V.N.G.`` is ``VNG``.

    Examples
    --------
    >>> fold_abbreviation("I&W")
    'IENW'
    """
    return re.sub(r"[\W_]+", "", word.replace("&", "en")).upper()


def looks_abbreviated(word: str) -> bool:
    """Tell whether a word is written as an abbreviation, and is no first name or plain word.

    Examples
    --------
    >>> [looks_abbreviated(word) for word in ("ROB", "RviG", "vng", "Dictu", "Rob", "koop")]
    [True, True, True, True, False, False]
    """
    if sum(letter.isupper() for letter in word) > 1:
        return True
    return len(word) > 2 and (len(word) >= _SURE_LENGTH or not _VOWEL.search(word))
