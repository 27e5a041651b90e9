"""Mentions that stand together, and what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from pipeline.data import read_toml
from pipeline.extraction.names.component import Mention

_MOST_BETWEEN = 4
_LONGEST_BRACKET = 14


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that stand together (``BZK, SZW en VNG``), as token places."""

    mentions: tuple[Mention, ...]

    @property
    def first(self) -> int:
        """The first token of the group."""
        return self.mentions[0].first

    @property
    def last(self) -> int:
        """The token after the group."""
        return self.mentions[-1].last

    @property
    def known(self) -> bool:
        """Whether one of the mentions is a party beyond doubt."""
        return any(mention.known for mention in self.mentions)


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of words of ``parties.toml``; a dot leads into a section."""
    found: Any = read_toml(__package__, "parties.toml")
    for part in name.split("."):
        found = found[part]
    return frozenset(found)


@cache
def pairs(name: str) -> tuple[tuple[str, ...], ...]:
    """Return a list of phrases of ``parties.toml``, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in sorted(words(name)))


def groups_of(doc: Doc, mentions: list[Mention]) -> list[Group]:
    """Join mentions with nothing but joining words between them."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _joined(doc, groups[-1][-1].last, mention.first):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [Group(tuple(group)) for group in groups]


def _joined(doc: Doc, left: int, right: int) -> bool:
    place = past_bracket(doc, left, right)
    between = [token.lower_ for token in doc[place:right]]
    joins = words("joins")
    if not 0 < len(between) <= _MOST_BETWEEN or not any(word in joins for word in between):
        return False
    return all(word in joins or word in words("articles") for word in between)


def past_bracket(doc: Doc, place: int, end: int) -> int:
    """Return the place after a bracketed remark that begins at `place`, or `place`."""
    if place < end and doc[place].text == "(":
        for i in range(place, min(end, place + _LONGEST_BRACKET)):
            if doc[i].text == ")":
                return i + 1
    return place


def left_of(doc: Doc, place: int, start: int) -> int:
    """Return the place before the noun phrase that ends at `place`, or ``start - 1``.

    Articles, titles, adjectives and words with a capital belong to the phrase: in ``met de
    nieuwe OpenID werkgroep`` it is the place of ``met``.
    """
    place -= 1
    while place >= start and _belongs_to_phrase(doc, place, start):
        place -= 1
    return place


def _belongs_to_phrase(doc: Doc, place: int, start: int) -> bool:
    token = doc[place]
    if token.lower_ in words("articles"):
        return True
    if token.lower_ in words("task") or token.lower_ in words("agent"):
        return False
    if token.pos_ == "ADJ" and token.text.islower():
        return True
    in_capitals = token.text[:1].isupper() and token.is_alpha and token.pos_ in ("PROPN", "NOUN")
    return in_capitals and place > start and not token._.besluit_name


def right_of(doc: Doc, place: int, end: int) -> int:
    """Return the place of the word after a group, past a bracketed remark and small words."""
    place = past_bracket(doc, place, end)
    while place < end and doc[place].lower_ in words("small"):
        place += 1
    return place


def clause_from(doc: Doc, place: int, end: int) -> Iterator[Token]:
    """Yield the tokens from `place` to the end of its clause."""
    for token in doc[place:end]:
        if token.text in {",", ";", ".", ":"} or "\n" in token.text:
            return
        yield token
