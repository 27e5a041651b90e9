"""Labels names and dates without a human: by registers, attendance lists and date forms."""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

# a capitalised word so frequent that it would have been found, were it a name, is none
FREQUENT = 5


@dataclass(frozen=True, slots=True)
class Names:
    """Names by label, as written."""

    persons: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What is known of names everywhere.

    `registered` are organisations of the register; `lexicon` counts how often each form occurs in
    the minutes, capitals kept.
    """

    rules: dict[str, Any]
    matcher: PhraseMatcher
    places: frozenset[str]
    organisations: frozenset[str]
    registered: frozenset[str]
    first_names: frozenset[str]
    lexicon: Counter[str]
    dates: re.Pattern[str]


def build_gazetteer(
    rules_file: Path, registers: Path, names: Names, texts: Iterable[str], tokenizer: Tokenizer
) -> Gazetteer:
    """Collect the names of registers and of all attendance lists."""
    rules = tomllib.loads(rules_file.read_text(encoding="utf-8"))
    places = frozenset(municipalities(registers)) | frozenset(rules["plaatsen"])
    places -= frozenset(rules["geen_plaats"])
    registered = frozenset(_register(registers / "roo_organisaties.csv"))
    organisations = registered | frozenset(rules["organisaties"]) | names.organisations
    matcher = PhraseMatcher(tokenizer.vocab)
    matcher.add("ORG", list(map(tokenizer, sorted(organisations - places))))
    matcher.add("GPE", list(map(tokenizer, sorted(places))))
    first = {name.split()[0] for name in names.persons if len(name.split()) > 1}
    return Gazetteer(
        rules=rules,
        matcher=matcher,
        places=places,
        organisations=organisations,
        registered=registered,
        first_names=frozenset(n for n in first if n[0].isupper() and len(n) > 2 and n.isalpha()),
        lexicon=Counter(word for text in texts for word in re.findall(r"\w[\w-]*", text)),
        dates=re.compile(
            r"\b(?:" + "|".join(rules["datums"]).replace("MAAND", rules["maanden"]) + r")(?!\w)"
        ),
    )


def municipalities(registers: Path) -> Iterator[str]:
    with (registers / "jodal-gemeenten-2023.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["Gemeentenaam"].partition(" (")[0]


def _register(path: Path) -> Iterator[str]:
    """Yield names and abbreviations of bodies; departments' names are too common to be sure."""
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["type"] == "organisatieonderdeel":
                continue
            if row["type"] != "gemeente":
                yield row["naam"]
                short = row["afkorting"]
                if len(short) >= 3 and sum(map(str.isupper, short)) >= 2:
                    yield short


def attendance(labels: Iterable[dict[str, Any]], rules: dict[str, Any], least: int = 1) -> Names:
    """Collect people, and organisations that are on at least `least` attendance lists."""
    persons: set[str] = set()
    documents: Counter[str] = Counter()
    for label in labels:
        for attendee in label["attendees"]:
            persons |= set(_person_forms(attendee["name"], rules))
        fields = {attendee["org"] for attendee in label["attendees"]}
        documents.update({o for field in fields for o in re.split(r"\s*[/,;]\s*", field)})
    bad = frozenset(rules["geen_organisatie"])
    kept = frozenset(
        name
        for name, number in documents.items()
        if number >= least and len(name) > 1 and name != name.lower() and name.lower() not in bad
    )
    return Names(frozenset(persons) - frozenset(documents), kept)


def _person_forms(name: str, rules: dict[str, Any]) -> Iterator[str]:
    """Yield the full name, the first name and the last name with its particles; no titles."""
    last, comma, first = name.partition(", ")
    words = f"{first} {last}".split() if comma else name.split()
    if comma:
        yield name
    while words and words[0].lower() in rules["titels"]:
        words = words[1:]
    if not words or words[0] in rules["bestuursvormen"]:
        return
    yield " ".join(words)
    if words[0] in rules["tussenvoegsels"] or len(words) == 1:
        return
    for form in (words[0], " ".join(words[1:])):
        if len(form) > 2 and form.lower() != form:
            yield form


class Labeller:
    """Sets the entities of docs; what may be a name but is unknown is left open."""

    def __init__(self, gazetteer: Gazetteer, tokenizer: Tokenizer) -> None:
        self.known = gazetteer
        self.tokenizer = tokenizer
        self.bodies = gazetteer.places | gazetteer.organisations

    def label(self, doc: Doc, names: Names = Names()) -> Doc:
        """Set the entities of `doc`; `names` are those of its own attendance list."""
        found = [*self._named(doc, names), *self._after_titles(doc), *self._by_first_name(doc)]
        found += [self._widen(span) for span in self._matches(doc, self.known.matcher)]
        found += self._dates(doc)
        entities = filter_spans(found)
        taken = {token.i for span in entities for token in span}
        unknown = [doc[t.i : t.i + 1] for t in doc if t.i not in taken and self._may_be_name(t)]
        doc.set_ents(entities, missing=unknown, default="outside")
        return doc

    def _named(self, doc: Doc, names: Names) -> Iterator[Span]:
        matcher = PhraseMatcher(doc.vocab)
        matcher.add("PERSON", list(map(self.tokenizer, sorted(names.persons))))
        matcher.add("ORG", list(map(self.tokenizer, sorted(names.organisations))))
        return self._matches(doc, matcher)

    def _matches(self, doc: Doc, matcher: PhraseMatcher) -> Iterator[Span]:
        for key, start, end in matcher(doc):
            yield Span(doc, start, end, label=doc.vocab.strings[key])

    def _widen(self, span: Span) -> Span:
        """Make an organisation of a place with its form of government before it."""
        before = span.doc[span.start - 1].text if span.start else ""
        if span.label_ == "GPE" and before in self.known.rules["bestuursvormen"]:
            return Span(span.doc, span.start - 1, span.end, label="ORG")
        return span

    def _after_titles(self, doc: Doc) -> Iterator[Span]:
        for token in doc[:-1]:
            if token.text in self.known.rules["titels"]:
                end = self._name_end(doc, token.i + 1)
                if end > token.i + 1:
                    yield Span(doc, token.i + 1, end, label="PERSON")

    def _by_first_name(self, doc: Doc) -> Iterator[Span]:
        for token in doc[:-1]:
            if token.text in self.known.first_names:
                end = self._name_end(doc, token.i + 1)
                if end > token.i + 1:
                    yield Span(doc, token.i, end, label="PERSON")

    def _name_end(self, doc: Doc, start: int) -> int:
        """Return the end of initials, particles and capitalised words that begin at `start`."""
        place = end = start
        while place < len(doc) and place < start + 6:
            if self._is_name_part(doc[place]):
                end = place + 1
            elif doc[place].text not in self.known.rules["tussenvoegsels"]:
                break
            place += 1
        return end

    def _is_name_part(self, token: Token) -> bool:
        """Tell whether a capitalised word can continue a person's name."""
        text = token.text
        if not text[0].isupper() or token.is_sent_start or text in self.bodies:
            return False
        return len(text) < 3 or self.known.lexicon[text.lower()] < FREQUENT

    def _dates(self, doc: Doc) -> Iterator[Span]:
        for match in self.known.dates.finditer(doc.text):
            span = doc.char_span(*match.span(), label="DATE")
            if span is not None:
                yield span

    def _may_be_name(self, token: Token) -> bool:
        """Tell whether the token may be part of a name that no list holds."""
        text = token.text
        if token.pos_ in ("PROPN", "X"):
            return True
        if token.pos_ or text.lower() == text:
            return False
        known = self.known.lexicon
        return known[text.lower()] == 0 and known[text] < FREQUENT
