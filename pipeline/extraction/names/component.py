"""The component `besluit_names`: who is named where."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from pipeline.data import read_toml
from pipeline.extraction.document import minutes_of, register_attributes
from pipeline.extraction.names.variants import attendee_names, attendee_organisations
from pipeline.register import Register

_REDACTED = re.compile(r"\[(?:REDACTED|…|\.\.\.|geanonimiseerd)\]|█+|\b5\.1\.\d[a-z]?(?:\.\d)?\b")
_ACRONYM = re.compile(r"[A-Z][a-z]{0,3}[A-Z]+[A-Za-z]{0,3}|[A-Z]{2,6}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a party: its tokens in the doc and what it looks like.

    `known` tells that the attendance list, the register or a role word names it, not only a
    language model or a capital letter.
    """

    first: int
    last: int
    known: bool


@Language.factory("besluit_names")
class NamesComponent:
    """Finds the mentions of parties and puts them in ``doc._.besluit_mentions``.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_names") -> None:
        register_attributes()
        self.name = name
        words = read_toml(__package__, "names.toml")
        self._nlp = nlp
        self._never = frozenset(words["never"])
        self._particles = frozenset(words["particles"])
        self._roles = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._roles.add("ROLE", [nlp.make_doc(word) for word in words["roles"] + words["everyone"]])
        self._register = Register.load()
        self._acronyms: dict[str, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Mark the mentions of `doc` and their tokens."""
        known = filter_spans([*self._listed(doc), *self._role_spans(doc), *self._redacted(doc)])
        taken = {token.i for span in known for token in span}
        guessed = [s for s in self._guessed(doc) if not taken.intersection(range(s.start, s.end))]
        mentions = [Mention(s.start, s.end, True) for s in known]
        mentions += [Mention(s.start, s.end, self._is_acronym(s)) for s in filter_spans(guessed)]
        for mention in mentions:
            for token in doc[mention.first : mention.last]:
                token._.besluit_name = True
        doc._.besluit_mentions = tuple(sorted(mentions, key=lambda mention: mention.first))
        return doc

    def _listed(self, doc: Doc) -> list[Span]:
        """Find the names that the attendance list gives, in full or in part."""
        attendees = minutes_of(doc).attendees
        matcher = PhraseMatcher(doc.vocab)
        names = attendee_names(attendees) | attendee_organisations(attendees)
        if not names:
            return []
        matcher.add("LISTED", [self._nlp.make_doc(name) for name in sorted(names)])
        return [s for s in matcher(doc, as_spans=True) if s.text.lower() not in self._never]

    def _role_spans(self, doc: Doc) -> Iterable[Span]:
        for span in self._roles(doc, as_spans=True):
            start, end = span.start, span.end
            if start and doc[start - 1].lower_ in {"de", "het", "alle", "onze", "deze"}:
                start -= 1
            while end < len(doc) and _is_capital(doc[end]) and end - span.end < 4:
                end += 1
            yield doc[start:end]

    def _redacted(self, doc: Doc) -> Iterable[Span]:
        for match in _REDACTED.finditer(doc.text):
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if span is not None:
                yield span

    def _guessed(self, doc: Doc) -> list[Span]:
        """Find names by entity, by part of speech and by the form of an abbreviation."""
        labels = {"PERSON", "PER", "ORG", "NORP"}
        spans = [ent for ent in doc.ents if ent.label_ in labels and self._may_be_name(ent)]
        spans += [run for run in _proper_runs(doc, self._particles) if self._may_be_name(run)]
        return spans

    def _may_be_name(self, span: Span) -> bool:
        if span.text.lower() in self._never or not span.text[:1].isalpha():
            return False
        return any(token.text[:1].isupper() for token in span) and "\n" not in span.text

    def _is_acronym(self, span: Span) -> bool:
        text = span.text
        if not _ACRONYM.fullmatch(text):
            return False
        if text not in self._acronyms:
            self._acronyms[text] = self._register.find(text) is not None
        return self._acronyms[text]


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.isalpha()


def _proper_runs(doc: Doc, particles: frozenset[str]) -> Iterable[Span]:
    """Yield runs of proper nouns, with the particles of a surname between them."""
    start = None
    for token in [*doc, None]:
        proper = token is not None and (
            (token.pos_ == "PROPN" and token.text[:1].isupper()) or _ACRONYM.fullmatch(token.text)
        )
        if proper and token is not None and start is None:
            start = token.i
        elif not proper and start is not None:
            if token is not None and token.lower_ in particles and _name_follows(doc, token.i):
                continue
            yield doc[start : token.i if token is not None else len(doc)]
            start = None


def _name_follows(doc: Doc, place: int) -> bool:
    following = doc[place + 1 : place + 3]
    return any(_is_capital(token) and token.pos_ == "PROPN" for token in following)
