"""Teaches the tokenizer the abbreviations of minutes."""

from functools import cache

from spacy.lang.char_classes import ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_suffix_regex

from pipeline.data import read_toml

_DATA = "abbreviations.toml"
# full stops that spaCy leaves at the word: after `KvK` and `DPoP`, and after an address
_MORE_SUFFIXES = (rf"(?<=[{ALPHA_LOWER}][{ALPHA_UPPER}])\.", r"(?<=/)\.")
_FINAL_GROUP, _NO_ABBREVIATIONS = "sluitend", "geen_afkorting"


def add_exceptions(nlp: Language) -> Language:
    """Make each abbreviation of the data file one token, and let ordinary words lose their dot.

    Examples
    --------
    >>> import spacy
    >>> [token.text for token in add_exceptions(spacy.blank("nl"))("W.v.t.t.k. komt best.")]
    ['W.v.t.t.k.', 'komt', 'best', '.']
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):  # a model that brings its own way of cutting words
        return nlp
    suffixes = (*(nlp.Defaults.suffixes or ()), *_MORE_SUFFIXES)
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    _drop_words(tokenizer)
    for form in _abbreviations():
        for spelling in (form, form[0].upper() + form[1:]):
            tokenizer.add_special_case(spelling, [{"ORTH": spelling}])
    return nlp


@cache
def _abbreviations() -> frozenset[str]:
    """Return the abbreviations of the data file, in lower case with their dots."""
    groups = read_toml(__package__, _DATA)
    return frozenset(
        form for name, forms in groups.items() if name != _NO_ABBREVIATIONS for form in forms
    )


@cache
def final_abbreviations() -> frozenset[str]:
    """Return the abbreviations that may end a sentence."""
    return frozenset(read_toml(__package__, _DATA)[_FINAL_GROUP])


def _drop_words(tokenizer: Tokenizer) -> None:
    """Take out spaCy's exceptions that swallow the full stop of an ordinary word or acronym."""
    words = frozenset(read_toml(__package__, _DATA)[_NO_ABBREVIATIONS])
    tokenizer.rules = {
        text: value
        for text, value in (tokenizer.rules or {}).items()
        if text.lower() not in words and not _is_acronym(text)
    }


def _is_acronym(text: str) -> bool:
    """Tell whether `text` is capitals with one dot at the end: ``IT.``, ``OR.``, but not ``J.``."""
    return len(text) > 2 and text.endswith(".") and text[:-1].isalpha() and text.isupper()
