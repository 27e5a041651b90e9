"""Looks up organisations by name, abbreviation or the forms that minutes use."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pipeline.data import read_toml
from pipeline.register.fold import fold_abbreviation, fold_name, looks_abbreviated
from pipeline.register.load import Meaning, read_meanings
from pipeline.types import Organisation

_MINISTRY = "ministerie van"
_BRACKETS = re.compile(r"(?P<name>[^()]+?)\s*\([^()]*\)$")
_AND = frozenset({"en", "of", "namens", "met", "via"})

Meanings = list[Meaning]


class Register:
    """Finds organisations; make it once with `load` and pass it on.

    Parameters
    ----------
    meanings
        Organisations with their names.
    words
        The contents of ``words.toml``: articles, openings of names, letters before
        abbreviations, places.
    """

    def __init__(self, meanings: Iterable[Meaning], words: Mapping[str, Mapping[str, str]]) -> None:
        self._articles = re.compile(rf"^(?:{'|'.join(words['articles']['words'])})\s+", re.I)
        self._names: dict[str, Meanings] = {}
        self._short: dict[str, Meanings] = {}
        for meaning in meanings:
            for name in {self._key(name) for name in meaning.names}:
                self._names.setdefault(name, []).append(meaning)
            for short in {fold_abbreviation(short) for short in meaning.abbreviations}:
                self._short.setdefault(short, []).append(meaning)
        self._places = words["places"]
        self._openings = sorted(words["openings"].items(), key=lambda pair: -len(pair[0]))
        self._attached = re.compile(rf"(?:{'|'.join(words['attached']['ministry'])})(?=[A-Z])")

    def _key(self, name: str) -> str:
        return fold_name(self._articles.sub("", name))

    @classmethod
    def load(cls) -> "Register":
        """Read the register that ships with the program."""
        return cls(read_meanings(), read_toml("pipeline.register", "words.toml"))

    def find(self, name: str, on: date | None = None) -> Organisation | None:
        """Return the organisation that a name stands for, or None if unknown or ambiguous.

        Parameters
        ----------
        name
            A name or abbreviation as minutes write it, with or without article. The name of a
            place, a person or a thing is nobody's name.
        on
            The day on which it was written: of several bodies the one of that day. A name that
            was not in use on that day still counts if it means one body only.

        Examples
        --------
        >>> register = Register.load()
        >>> register.find("gem. Den Bosch").name
        "Gemeente 's-Hertogenbosch"
        >>> register.find("LNV", date(2020, 5, 1)).name
        'Ministerie van Landbouw, Natuur en Voedselkwaliteit'
        >>> register.find("Frank") is None
        True
        """
        readings = [found for found in self._readings(name) if found]
        if on is not None:
            held = ([meaning for meaning in found if meaning.holds(on)] for found in readings)
            if chosen := _first_sure(held):
                return chosen
        return _first_sure(readings)

    def _readings(self, name: str) -> Iterator[Meanings]:
        """Yield what each way to read a name finds, the surest first."""
        bare = self._articles.sub("", " ".join(name.split()))
        yield self._abbreviated(bare)
        for full in self._full_names(fold_name(bare)):
            yield self._named(self._places.get(full, full))
        yield self._ministry(bare)
        if bracketed := _BRACKETS.match(bare):
            yield from self._readings(bracketed["name"])
        yield from self._units(bare)

    def _abbreviated(self, word: str) -> Meanings:
        if " " in word or not looks_abbreviated(word):
            return []
        return self._short.get(fold_abbreviation(word), [])

    def _named(self, folded: str) -> Meanings:
        """Return who bears a name; its own name goes before another's second name."""
        found = self._names.get(folded, [])
        return [m for m in found if self._key(m.organisation.name) == folded] or found

    def _full_names(self, folded: str) -> Iterator[str]:
        """Yield the name as the register may write it: ``gem Breda`` is ``gemeente breda``."""
        yield folded
        for written, full in self._openings:
            if folded.startswith(written + " "):
                yield f"{full} {folded.removeprefix(written + ' ')}"
        if " " in folded:
            yield f"{_MINISTRY} {folded}"

    def _ministry(self, name: str) -> Meanings:
        """Read an abbreviation with the word or letters before it: ``Min. BZK``, ``MBZK``."""
        first, _, short = name.rpartition(" ")
        if first and not self._is_ministry_opening(fold_name(first)):
            return []
        attached = self._attached.match(short)
        candidates = [short] if first else [short[attached.end() :]] if attached else []
        found = [self._short.get(fold_abbreviation(candidate), []) for candidate in candidates]
        return [m for meanings in found for m in meanings if m.organisation.kind == "ministerie"]

    def _is_ministry_opening(self, words: str) -> bool:
        return words == _MINISTRY or (words, _MINISTRY) in self._openings

    def _units(self, name: str) -> Iterator[Meanings]:
        """Read a name with a unit behind it: ``BZK DIO``, ``Logius Standaarden``."""
        first, _, rest = name.partition(" ")
        if rest and rest[0] not in "/&+" and rest.split()[0].lower() not in _AND:
            yield self._names.get(fold_name(rest), []) if " " in rest else []
            yield self._abbreviated(first)
            yield self._names.get(fold_name(first), []) if first[:1].isupper() else []


def _first_sure(readings: Iterable[Meanings]) -> Organisation | None:
    """Return the latest body of the first reading that gives any, if all share one name."""
    found = next((meanings for meanings in readings if meanings), [])
    names = {meaning.organisation.name for meaning in found}
    if len(names) != 1:
        return None
    return max(found, key=lambda meaning: meaning.since or date.min).organisation
