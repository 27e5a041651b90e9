"""Phrase lists of the data files, compiled once."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.data import read_toml

_PACKAGE = "pipeline.structure"
_NOT_WORD = re.compile(r"[^\w:\[\]]+")
_OUTER = re.compile(r"^[\W_]+|[\W_]+$")


def plain(text: str) -> str:
    """Return the words of a text in lower case, without punctuation.

    Examples
    --------
    >>> plain("**Actie- en besluitenlijst:**")
    'actie en besluitenlijst'
    """
    return " ".join(_NOT_WORD.sub(" ", _OUTER.sub("", text).lower().replace("'", "")).split())


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of phrases, in which ``*`` stands for any words."""

    pattern: re.Pattern[str]

    def match(self, text: str) -> bool:
        """Tell whether the whole text is one of the phrases."""
        return self.pattern.fullmatch(plain(text)) is not None

    def start(self, text: str) -> int:
        """Return the length of the longest phrase that begins the (unfolded) text, or 0.

        A phrase must end where a word ends.
        """
        found = self.pattern.match(text.lower())
        if found is None or (found[0][-1:].isalnum() and text[found.end() :][:1].isalnum()):
            return 0
        return found.end()


def compile_phrases(phrases: list[str]) -> Phrases:
    """Compile phrases, the longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    parts = [re.escape(plain_phrase(p)).replace(r"\*", ".*") for p in ordered]
    return Phrases(re.compile("|".join(f"(?:{part})" for part in parts)))


def plain_phrase(phrase: str) -> str:
    """Fold a phrase of the data as `plain` folds text, but keep its wildcards."""
    return " ".join(phrase.lower().split())


@cache
def phrases(file: str, *keys: str) -> Phrases:
    """Return the phrase list at ``keys`` of data file `file`."""
    value = read_toml(_PACKAGE, file)
    for key in keys:
        value = value[key]
    return compile_phrases(list(value))


@cache
def groups(file: str, table: str) -> tuple[tuple[str, Phrases], ...]:
    """Return the phrase lists of all groups of a table, in the order of the file."""
    return tuple(
        (name, compile_phrases(group["phrases"]))
        for name, group in read_toml(_PACKAGE, file)[table].items()
    )


@cache
def word_set(file: str, *keys: str) -> frozenset[str]:
    """Return the words at ``keys`` of data file `file`."""
    value = read_toml(_PACKAGE, file)
    for key in keys:
        value = value[key]
    return frozenset(value)


def group_of(file: str, table: str, text: str) -> str:
    """Return the name of the first group of a table with a phrase equal to the text, or ''."""
    words = plain(text)
    for name, group in groups(file, table):
        if words and group.pattern.fullmatch(words):
            return name
    return ""
