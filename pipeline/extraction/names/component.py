"""The component `besluit_names`: who is named where."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from pipeline.data import read_toml
from pipeline.extraction.document import minutes_of, register_attributes, text_of
from pipeline.extraction.names.variants import attendee_names, attendee_organisations
from pipeline.reading.woo import WOO_GROUND
from pipeline.register import Register

Looks = Literal["person", "organisation", "role", "redacted", "guess"]

_REDACTED = re.compile(rf"\[(?:REDACTED|…|\.\.\.|geanonimiseerd)\]|█+|(?<![\w.]){WOO_GROUND}")
_ACRONYM = re.compile(r"[A-Z][a-z]{0,3}[A-Z]+[A-Za-z]{0,3}|[A-Z]{2,6}")
_SLASHED = re.compile(r"[A-Z][\w.-]+(?:/[A-Z][\w.-]+)+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a party: its tokens in the doc and what it looks like.

    A `guess` is named by nothing but a language model or its capital letters; everything else
    stands on the attendance list, in the register or among the role words.
    """

    first: int
    last: int
    looks: Looks

    @property
    def known(self) -> bool:
        """Whether more than its looks tells that this is a party."""
        return self.looks != "guess"


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
        self._titles = frozenset(words["titles"])
        self._articles = frozenset(words["articles"])
        self._before_small = frozenset(words["before_small"])
        self._role_endings = tuple(words["role_endings"])
        self._compound = re.compile(words["compound"])
        self._roles = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._roles.add("ROLE", [nlp.make_doc(word) for word in words["roles"] + words["everyone"]])
        self._register = Register.load()
        self._registered: dict[str, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Mark the mentions of `doc` and their tokens."""
        found: list[tuple[Span, Looks]] = [
            *self._listed(doc),
            *((span, "role") for span in self._role_spans(doc)),
            *((span, "redacted") for span in self._redacted(doc)),
        ]
        known = _longest(found)
        taken = {token.i for span, _ in known for token in span}
        free = [s for s in self._guessed(doc) if not taken.intersection(range(s.start, s.end))]
        guessed = [(span, self._looks_of_guess(span)) for span in filter_spans(free)]
        mentions = [Mention(s.start, s.end, looks) for s, looks in [*known, *guessed]]
        for mention in mentions:
            for token in doc[mention.first : mention.last]:
                token._.besluit_name = True
        doc._.besluit_mentions = tuple(sorted(mentions, key=lambda mention: mention.first))
        return doc

    def _listed(self, doc: Doc) -> Iterable[tuple[Span, Looks]]:
        """Find the names that the attendance list gives, in full or in part.

        A name in small letters counts at the start of a sentence or after a word such as
        ``actie``.
        """
        attendees = minutes_of(doc).attendees
        people, homes = attendee_names(attendees), attendee_organisations(attendees)
        for names, looks in ((people, "person"), (homes - people, "organisation")):
            if names:
                yield from ((span, looks) for span in self._matches(doc, names))  # type: ignore[misc]

    def _matches(self, doc: Doc, names: set[str]) -> Iterable[Span]:
        matcher = PhraseMatcher(doc.vocab, attr="LOWER")
        matcher.add("LISTED", [self._nlp.make_doc(name) for name in sorted(names)])
        for span in matcher(doc, as_spans=True):
            if span.text.lower() in self._never:
                continue
            if span.text in names or self._is_small_name(doc, span):
                yield self._with_title(doc, span)

    def _with_title(self, doc: Doc, span: Span) -> Span:
        start = span.start
        while start and doc[start - 1].lower_ in self._titles:
            start -= 1
        if start < span.start and start and doc[start - 1].lower_ == "de":
            start -= 1
        return doc[start : span.end]

    def _is_small_name(self, doc: Doc, span: Span) -> bool:
        if not span.text.islower() or len(span.text) < 4:
            return False
        return span.start > 0 and doc[span.start - 1].lower_ in self._before_small

    def _role_spans(self, doc: Doc) -> Iterable[Span]:
        for span in self._roles(doc, as_spans=True):
            start, end = self._with_articles(doc, span[0]).start, span.end
            while end < len(doc) and self._goes_on(doc[end]) and end - span.end < 4:
                end += 1
            yield doc[start:end]
        for token in doc:
            if token.lower_.endswith(self._role_endings) and token.pos_ in ("NOUN", "PROPN"):
                yield self._with_articles(doc, token)
        for match in self._compound.finditer(text_of(doc)):
            compound = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if compound is not None:
                yield compound

    def _with_articles(self, doc: Doc, token: Token) -> Span:
        """Return a token with the articles before it."""
        start = token.i
        while start and doc[start - 1].lower_ in self._articles:
            start -= 1
        return doc[start : token.i + 1]

    def _goes_on(self, token: Token) -> bool:
        """Tell whether a word after a role belongs to it: ``wethouder Kuipers``."""
        return _is_capital(token) or token.lower_ == "leden"

    def _redacted(self, doc: Doc) -> Iterable[Span]:
        for match in _REDACTED.finditer(text_of(doc)):
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if span is not None:
                yield span

    def _guessed(self, doc: Doc) -> list[Span]:
        """Find names by entity, by part of speech and by the form of an abbreviation."""
        labels = {"PERSON", "PER", "ORG", "NORP"}
        spans = [ent for ent in doc.ents if ent.label_ in labels and self._may_be_name(ent)]
        spans += [run for run in _proper_runs(doc, self._particles) if self._may_be_name(run)]
        spans += [doc[t.i : t.i + 1] for t in doc if _SLASHED.fullmatch(t.text)]
        return [*spans, *self._beside(doc, spans)]

    def _beside(self, doc: Doc, spans: list[Span]) -> Iterable[Span]:
        """Yield words with a capital that stand beside a name: ``COA en Veiligheidsberaad``."""
        for span in spans:
            place = span.end + 1
            if place < len(doc) and doc[span.end].lower_ in {"en", "&", "/"}:
                word = doc[place : place + 1]
                if _is_capital(doc[place]) and self._may_be_name(word):
                    yield word

    def _may_be_name(self, span: Span) -> bool:
        if span.text.lower() in self._never or not span.text[:1].isalpha():
            return False
        return any(token.text[:1].isupper() for token in span) and "\n" not in span.text

    def _looks_of_guess(self, span: Span) -> Looks:
        return "organisation" if self._is_registered(span) else "guess"

    def _is_registered(self, span: Span) -> bool:
        text = span.text
        if text not in self._registered:
            self._registered[text] = self._register.find(text) is not None
        return self._registered[text]


def _longest(found: list[tuple[Span, Looks]]) -> list[tuple[Span, Looks]]:
    """Keep of spans that overlap the longest, and of equal ones the first."""
    looks: dict[tuple[int, int], Looks] = {}
    for span, look in found:
        looks.setdefault((span.start, span.end), look)
    return [(s, looks[(s.start, s.end)]) for s in filter_spans([span for span, _ in found])]


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
