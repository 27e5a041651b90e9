"""Invents names, and puts them in sentences of our own or in place of names in minutes.

A name that was never seen is the weak spot of a model that learnt from lists: here each sentence
meets other names, so that it is the form and the company of a name that count.
"""

import random
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

_SLOT = re.compile(r"\{(\w+)\}")
_NO_LABEL = frozenset(["titel", "ambt", "begrip", "kop"])
_LABELS = {
    "plaats": "GPE",
    "datum": "DATE",
    "organisatie": "ORG",
    "afkorting": "ORG",
    "partij": "ORG",
}
# what part of the organisations is well known, is from the register, or is made by form
_WELL_KNOWN, _REGISTERED = 0.25, 0.6
# what part of the first and last names is put together from syllables
_MADE_UP = 0.25


@dataclass(frozen=True, slots=True)
class Stock:
    """What names are made of: the data file, and names of the registers."""

    parts: dict[str, Any]
    organisations: tuple[str, ...]
    abbreviations: tuple[str, ...]
    places: tuple[str, ...]
    well_known: tuple[str, ...] = ()

    @classmethod
    def read(
        cls,
        file: Path,
        organisations: Iterable[str],
        places: Iterable[str],
        well_known: Iterable[str] = (),
    ) -> "Stock":
        """Read the parts, and tell abbreviations of organisations from full names."""
        parts = {
            key: value.split() if isinstance(value, str) and " " in value else value
            for key, value in tomllib.loads(file.read_text(encoding="utf-8")).items()
        }
        names = sorted(set(organisations))
        return cls(
            parts,
            organisations=tuple(name for name in names if " " in name),
            abbreviations=tuple(n for n in names if " " not in n and n.upper() == n),
            places=tuple(sorted(set(places))),
            well_known=tuple(sorted(set(well_known))),
        )


class Inventor:
    """Draws names; the same seed gives the same names."""

    def __init__(self, stock: Stock, seed: int) -> None:
        self._stock = stock
        self._parts = stock.parts
        self._random = random.Random(seed)
        self._makers: dict[str, Callable[[], str]] = {
            "persoon": self.person,
            "voornaam": self.first_name,
            "achternaam": self.surname,
            "initialen": self.initials,
            "organisatie": self.organisation,
            "afkorting": self.abbreviation,
            "partij": lambda: self._one("partijen"),
            "plaats": lambda: self._random.choice(stock.places),
            "datum": self._date,
            "titel": lambda: self._one("titels"),
            "ambt": lambda: self._one("ambten"),
            "begrip": lambda: self._one("begrippen"),
            "kop": lambda: self._one("koppen"),
        }

    def fill(self, template: str) -> tuple[str, list[tuple[int, int, str]]]:
        """Return the sentence with names in its slots, and where they are."""
        text, spans, last = "", [], 0
        for slot in _SLOT.finditer(template):
            kind = slot[1]
            name = self._makers[kind]()
            text += template[last : slot.start()]
            if kind not in _NO_LABEL:
                spans.append((len(text), len(text) + len(name), _LABELS.get(kind, "PERSON")))
            text += name
            last = slot.end()
        return text + template[last:], spans

    def like(self, name: str, label: str) -> str:
        """Return another name of the same form: as many words, or an abbreviation as well."""
        if label == "ORG":
            return self.abbreviation() if name.isupper() else self.organisation()
        if label == "GPE":
            return self._makers["plaats"]()
        if name.isupper() and len(name) < 5:
            return self.initials()
        if " " in name:
            return self.surname() if not name[0].isupper() else self.person()
        return self.first_name() if self._random.random() < 0.7 else self.surname()

    def first_name(self) -> str:
        """Return a first name, now and then one that nobody bears."""
        if self._random.random() >= _MADE_UP:
            return self._one("voornamen")
        middle = self._one("voornaam_midden") if self._random.random() < 0.7 else ""
        return self._one("voornaam_begin") + middle + self._one("voornaam_eind")

    def person(self) -> str:
        """Return a first name or initials with a surname."""
        first = self.first_name()
        if self._random.random() < 0.15:
            letters = self._random.choices(self._parts["voorletters"], k=self._random.randint(1, 3))
            first = ".".join(letters) + "."
        return f"{first} {self.surname(capital=False)}"

    def surname(self, capital: bool | None = None) -> str:
        """Return a surname, now and then with a particle or of two parts."""
        chance = self._random.random()
        if chance < 0.3:
            name = f"{self._one('tussenvoegsels')} {self._one('na_tussenvoegsel')}"
            if capital is None:
                capital = self._random.random() < 0.6
            return name[0].upper() + name[1:] if capital else name
        if chance < 0.37:
            return f"{self._one('achternamen')}-{self._one('achternamen')}"
        if chance < 0.42:
            return f"{self._one('achternamen')} {self._one('achternamen')}"
        if chance < 0.42 + 0.58 * _MADE_UP:
            return self._one("achternaam_begin") + self._one("achternaam_eind")
        return self._one("achternamen")

    def initials(self) -> str:
        """Return the initials under which somebody goes in short minutes: ``JvD``, ``AB``."""
        small = self._random.choice(["", "", "", "v", "d", "t", "K", "M", "vd"])
        first, last = self._random.choices(self._parts["voorletters"], k=2)
        return f"{first}{small}{last}"

    def organisation(self) -> str:
        """Return a well-known name, one from the register or one of our own making."""
        chance = self._random.random()
        if self._stock.well_known and chance < _WELL_KNOWN:
            return self._random.choice(self._stock.well_known)
        if chance < _REGISTERED:
            return self._random.choice(self._stock.organisations)
        form = self._one("organisatievormen")
        makers = {
            "plaats": self._makers["plaats"],
            "streek": lambda: self._one("streken"),
            "naam": lambda: self._one("eigennamen"),
            "onderwerp": lambda: self._one("onderwerpen"),
            "achternaam": lambda: self._one("achternamen"),
        }
        return _SLOT.sub(lambda slot: makers[slot[1]](), form)

    def abbreviation(self) -> str:
        """Return an abbreviation, well known, from the register or of random letters."""
        chance = self._random.random()
        if self._stock.well_known and chance < _WELL_KNOWN:
            return self._random.choice(self._stock.well_known)
        if chance < _REGISTERED:
            return self._random.choice(self._stock.abbreviations)
        length = self._random.choice([2, 3, 3, 3, 4, 4, 4, 5, 5, 6])
        letters = self._random.choices(self._parts["letters"], k=length)
        if length > 3 and self._random.random() < 0.2:
            place = self._random.randrange(1, length - 1)
            letters[place] = letters[place].lower()
        return "".join(letters)

    def _one(self, key: str) -> str:
        chosen: str = self._random.choice(self._parts[key])
        return chosen

    def _date(self) -> str:
        form = self._one("datumvormen")
        month = self._random.randrange(len(self._parts["maanden"]))
        return form.format(
            dag=self._random.randint(1, 28),
            maand=self._parts["maanden"][month],
            maandnummer=month + 1,
            jaar=self._random.randint(2008, 2027),
            kwartaal=self._random.randint(1, 4),
        )


def written_sentences(
    nlp: Language, inventor: Inventor, templates: list[str], rounds: int
) -> Iterator[Doc]:
    """Yield each template with other names in each round."""
    for _ in range(rounds):
        for template in templates:
            text, places = inventor.fill(template)
            doc = nlp.make_doc(text)
            spans = [doc.char_span(*place[:2], label=place[2]) for place in places]
            # a name that the tokenizer ties to its neighbour can't be labelled
            if None not in spans:
                doc.set_ents([span for span in spans if span is not None])
                yield doc


def with_other_names(nlp: Language, doc: Doc, inventor: Inventor) -> Doc:
    """Return the doc with every name replaced by another one; dates stay, unknowns stay unknown."""
    others: dict[tuple[str, str], Doc] = {}
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    starts = {entity.start: entity for entity in doc.ents if entity.label_ != "DATE"}
    place = 0
    while place < len(doc):
        if (entity := starts.get(place)) is not None:
            key = (entity.text, entity.label_)
            if key not in others:
                others[key] = nlp.make_doc(inventor.like(*key))
            other = others[key]
            words += [token.text for token in other]
            spaces += [bool(token.whitespace_) for token in other[:-1]]
            spaces.append(bool(entity[-1].whitespace_))
            tags += [f"B-{entity.label_}"] + [f"I-{entity.label_}"] * (len(other) - 1)
            place = entity.end
        else:
            words.append(doc[place].text)
            spaces.append(bool(doc[place].whitespace_))
            tags.append(_tag(doc, place))
            place += 1
    return _with_tags(Doc(doc.vocab, words=words, spaces=spaces), tags)


def _tag(doc: Doc, place: int) -> str:
    """Return the entity tag of a token, ``-`` where it is not known."""
    token = doc[place]
    if token.ent_iob == 0:
        return "-"
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"


def _with_tags(doc: Doc, tags: list[str]) -> Doc:
    spans: list[Span] = []
    start = 0
    for place, tag in enumerate([*tags, "O"]):
        if place and tags[place - 1][0] in "BI" and not tag.startswith("I"):
            spans.append(Span(doc, start, place, label=tags[start][2:]))
        if tag.startswith("B"):
            start = place
    missing = [doc[n : n + 1] for n, tag in enumerate(tags) if tag == "-"]
    doc.set_ents(spans, missing=missing, default="outside")
    return doc
