"""Finds the parties that act in a sentence."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.data import read_toml
from pipeline.extraction.names.component import Mention

_VERBS = {"VERB", "AUX"}
_SKIPPED = {"ook", "nog", "zelf", "dan", "dit", "dat", "hier", "deze", "verder", "hierbij"}
_ARTICLES = {"de", "het", "een", "dhr.", "mw.", "dhr", "mw", "heer", "mevrouw", "alle"}


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


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_toml(__package__, "parties.toml")[name])


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
    between = [token.lower_ for token in doc[left:right]]
    if between and between[0] == "(" and ")" in between:
        between = between[between.index(")") + 1 :]
    joins = _words("joins") | _ARTICLES
    return 0 < len(between) <= 3 and all(word in joins for word in between)


def acts(doc: Doc, group: Group, start: int, end: int) -> bool:
    """Tell whether a group acts in the stretch of tokens from `start` to `end`."""
    before = _before(doc, group.first, start)
    if before is not None and before.lower_ in _words("agent"):
        return True
    if before is not None and before.lower_ in _words("not_after"):
        return False
    if before is not None and before.lower_ in _words("clause"):
        return not _is_passive(doc, group.last, end)
    after = _after(doc, group.last, end)
    if after is not None and after.text == ":":
        return False
    if after is not None and _is_verb(after):
        return not _only_speaks(after)
    return before is not None and _is_finite(before) and not _only_speaks(before)


def _is_passive(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the clause that begins at `start` is passive: its subject undergoes."""
    clause = [token.lower_ for token in doc[start:end]]
    return any(word in ("wordt", "worden", "werd", "werden") for word in clause)


def _before(doc: Doc, place: int, start: int) -> Token | None:
    place -= 1
    while place >= start and doc[place].lower_ in _ARTICLES:
        place -= 1
    return doc[place] if place >= start else None


def _after(doc: Doc, place: int, end: int) -> Token | None:
    """Return the token after a group, past a bracketed remark and small words."""
    if place < end and doc[place].text == "(":
        closing = [i for i in range(place, min(end, place + 14)) if doc[i].text == ")"]
        place = closing[0] + 1 if closing else place
    while place < end and doc[place].lower_ in _SKIPPED:
        place += 1
    return doc[place] if place < end else None


def _is_verb(token: Token) -> bool:
    return token.pos_ in _VERBS and "VerbForm=Part" not in str(token.morph)


def _is_finite(token: Token) -> bool:
    return token.pos_ in _VERBS and "VerbForm=Fin" in str(token.morph)


def _only_speaks(verb: Token) -> bool:
    if verb.lower_ not in _words("speech"):
        return False
    following = {token.lower_ for token in verb.sent if token.i > verb.i}
    combined = (phrase.split() for phrase in _words("speech_but"))
    return not any(
        words[0] == verb.lower_ and (len(words) == 1 or words[1] in following) for words in combined
    )


def antecedent(doc: Doc, start: int, end: int, mentions: list[Mention]) -> Mention | None:
    """Return whom a pronoun in subject place stands for, or None.

    ``hij`` and ``zij`` (with a verb in the singular) stand for the first one named in the
    sentence before; ``ik`` stands for the speaker with whom the paragraph begins.
    """
    for token in doc[start:end]:
        if token.lower_ in _words("third_person") and _has_singular_verb(doc, token, start, end):
            return _first_of_last_sentence(doc, start, mentions)
        if token.lower_ in _words("speaker"):
            return _speaker(doc, start, mentions)
    return None


def _has_singular_verb(doc: Doc, pronoun: Token, start: int, end: int) -> bool:
    beside = [i for i in (pronoun.i - 1, pronoun.i + 1) if start <= i < end]
    return any(_is_finite(doc[i]) and not doc[i].lower_.endswith("en") for i in beside)


def _first_of_last_sentence(doc: Doc, start: int, mentions: list[Mention]) -> Mention | None:
    before = [m for m in mentions if m.last <= start and "\n" not in doc[m.last : start].text]
    if not before:
        return None
    sentence = doc[before[-1].first].sent
    return next(m for m in before if m.first >= sentence.start)


def _speaker(doc: Doc, start: int, mentions: list[Mention]) -> Mention | None:
    """Return the mention before the colon that opens the paragraph (``Els: dat doe ik``)."""
    for mention in reversed([m for m in mentions if m.last <= start]):
        if "\n" in doc[mention.last : start].text:
            return None
        opens = mention.first == 0 or "\n" in doc[mention.first - 1].text
        if opens and doc[mention.last].text == ":":
            return mention
    return None
