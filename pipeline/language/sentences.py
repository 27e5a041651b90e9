"""Cuts minutes into sentences by rule, so that every model gives the same sentences."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.data import read_toml
from pipeline.language.tokenizer import final_abbreviations

NAME = "besluit_sentences"


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """The marks of the data file ``sentences.toml``; see there for their meaning."""

    ends: frozenset[str]
    trailers: frozenset[str]
    openers: frozenset[str]
    bullets: frozenset[str]
    small_starters: frozenset[str]
    enumerator_length: int
    shortest_last_word: int

    @classmethod
    def from_data(cls) -> "SentenceRules":
        """Read the rules from the data file."""
        data = read_toml(__package__, "sentences.toml")
        return cls(
            ends=frozenset(data["sluittekens"]),
            trailers=frozenset(data["naklank"]),
            openers=frozenset(data["voorklank"]),
            bullets=frozenset(data["opsommingstekens"]),
            small_starters=frozenset(data["kleine_beginwoorden"]),
            enumerator_length=data["langste_volgnummer"],
            shortest_last_word=data["kortste_slotwoord"],
        )


def besluit_sentences(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that sets every sentence boundary of a doc.

    Put it before the parser, which then keeps to its boundaries.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("nl")
    >>> _ = nlp.add_pipe("besluit_sentences")
    >>> [sent.text for sent in nlp("1. Planning. Dhr. J. Bos stemt in. Akkoord!").sents]
    ['1. Planning.', 'Dhr. J. Bos stemt in.', 'Akkoord!']
    """
    return SentenceCutter(SentenceRules.from_data())


Language.factory(NAME, assigns=["token.is_sent_start", "doc.sents"], func=besluit_sentences)


@dataclass(frozen=True, slots=True)
class SentenceCutter:
    """Marks of every token whether it starts a sentence."""

    rules: SentenceRules

    def __call__(self, doc: Doc) -> Doc:
        """Set the boundaries of `doc` and return it."""
        # All at once: setting `token.is_sent_start` looks through the whole doc each time.
        starts = np.full((len(doc), 1), -1, dtype=np.int64)
        first = 0
        for token in doc:
            if token.i == 0 or self._starts(token, doc, first):
                starts[token.i] = 1
                first = token.i
        return doc.from_array(["SENT_START"], starts.astype(np.uint64))  # type: ignore[arg-type]

    def _starts(self, token: Token, doc: Doc, first: int) -> bool:
        """Tell whether `token` starts a sentence; the one before it began at `first`."""
        if token.is_space:
            return False
        if token.text in self.rules.bullets or _follows_line_break(token):
            return True
        last = self._last_mark(token, first)
        if last is None or not self._ends(doc, last, first):
            return False
        return self._can_start(token) or self._follows_last_word(token)

    def _last_mark(self, token: Token, first: int) -> int | None:
        """Return the place of the end mark before `token`, looking past closing quotes."""
        place = token.i - 1
        doc = token.doc
        while place > first and (doc[place].is_space or self._is_trailer(doc[place])):
            place -= 1
        mark = doc[place].text
        return place if mark in self.rules.ends or self._is_final(mark) else None

    def _is_trailer(self, token: Token) -> bool:
        """Tell whether `token` closes what stands before it; a straight quote does if it clings."""
        text = token.text
        clings = text not in self.rules.openers or not token.nbor(-1).whitespace_
        return text in self.rules.trailers and clings

    def _is_final(self, text: str) -> bool:
        return text.lower() in final_abbreviations()

    def _can_start(self, token: Token) -> bool:
        """Tell whether a sentence can begin with `token`."""
        text = token.text
        if self._is_trailer(token):
            return False
        if text in self.rules.openers or text in self.rules.small_starters:
            return True
        # `iBurgerzaken` and `eHerkenning` begin sentences with a small letter
        return text[0].isdigit() or any(letter.isupper() for letter in text[:2])

    def _follows_last_word(self, token: Token) -> bool:
        """Tell whether a word in small letters follows the full stop of an ordinary word."""
        if token.i < 2 or not token.text[0].islower():
            return False
        stop, word = token.nbor(-1), token.nbor(-2)
        ordinary = word.text.isalpha() and word.text.islower()
        return (
            stop.text == "."
            and bool(stop.whitespace_)
            and ordinary
            and len(word.text) >= self.rules.shortest_last_word
        )

    def _ends(self, doc: Doc, mark: int, first: int) -> bool:
        """Tell whether the mark at `mark` ends the sentence that began at `first`."""
        if doc[mark].text != "." or mark == first:
            return mark > first
        before = doc[mark - 1].text
        return not (mark - 1 == first and self._is_enumerator(before))

    def _is_enumerator(self, text: str) -> bool:
        return len(text) <= self.rules.enumerator_length and (
            text[0].isdigit() or len(text) == 1 or _is_roman(text)
        )


def _follows_line_break(token: Token) -> bool:
    """Tell whether only white space with a line break stands directly before `token`."""
    place = token.i - 1
    while place >= 0 and token.doc[place].is_space:
        if "\n" in token.doc[place].text:
            return True
        place -= 1
    return False


def _is_roman(text: str) -> bool:
    return bool(text) and set(text.upper()) <= set("IVX")
