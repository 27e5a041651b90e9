"""Looks up organisations by name, abbreviation or the forms that minutes use."""

import re
from datetime import date

from pipeline.register.load import Entry, read_extra, read_organisations
from pipeline.types import Organisation

_ARTICLE = re.compile(r"^(?:de|het|'t)\s+", re.IGNORECASE)
_MINISTRY = re.compile(r"^(?:ministerie(?: van)?|min\.?)\s+", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"^(?:gemeente|gem\.?)\s+(?=[A-Z'’])", re.IGNORECASE)
_SHORTEST_ANY_CASE = 4


class Register:
    """Finds organisations; make it once with `load` and pass it on.

    Parameters
    ----------
    organisations
        Entries of the official register.
    extra
        Entries kept by hand, which go before those of the register.
    """

    def __init__(self, organisations: list[Entry], extra: list[Entry]) -> None:
        self._forms: dict[str, list[Organisation]] = {}
        self._names: dict[str, list[Organisation]] = {}
        for entry in extra:
            self._add(entry)
        known = set(self._forms)
        for entry in organisations:
            fresh = tuple(form for form in entry.forms if form not in known)
            self._add(Entry(entry.organisation, fresh))

    def _add(self, entry: Entry) -> None:
        for form in entry.forms:
            self._forms.setdefault(form, []).append(entry.organisation)
        name = _fold(entry.organisation.name)
        self._names.setdefault(name, []).append(entry.organisation)

    @classmethod
    def load(cls) -> "Register":
        """Read the register that ships with the program."""
        return cls(read_organisations(), read_extra())

    def find(self, name: str, on: date | None = None) -> Organisation | None:
        """Return the organisation that a name stands for, or None if unknown or ambiguous.

        Parameters
        ----------
        name
            A name, abbreviation or form as minutes write it, with or without article.
        on
            The day on which it was written; of two bodies with one name the one of that day.

        Examples
        --------
        >>> register = Register.load()
        >>> register.find("VNG").name
        'Vereniging van Nederlandse Gemeenten'
        >>> register.find("EZK", date(2020, 5, 1)).name
        'Ministerie van Economische Zaken en Klimaat'
        >>> register.find("Frank") is None
        True
        """
        for found in self._readings(name.strip()):
            if chosen := _choose(found, on):
                return chosen
        return None

    def _readings(self, name: str) -> list[list[Organisation]]:
        """Return what each way to read a name finds, the surest first."""
        bare = _ARTICLE.sub("", name)
        readings = [self._forms.get(name, []), self._forms.get(bare, [])]
        readings.append(self._names.get(_fold(bare), []))
        if _MINISTRY.match(bare):
            rest = _MINISTRY.sub("", bare)
            readings.append(self._forms.get(rest, []))
            readings.append(self._names.get(_fold(f"Ministerie van {rest}"), []))
        if _MUNICIPALITY.match(bare):
            place = _MUNICIPALITY.sub("", bare)
            readings.append(self._names.get(_fold(f"Gemeente {place}"), []))
        if len(bare) >= _SHORTEST_ANY_CASE and bare.isupper():
            readings.append(self._names.get(_fold(bare), []))
        return readings


def _choose(found: list[Organisation], on: date | None) -> Organisation | None:
    """Return the one organisation of that day; None where several remain."""
    if on is not None:
        found = [one for one in found if _exists(one, on)] or found
    current = [one for one in found if one.until is None] or found
    names = {one.name for one in current}
    return current[0] if len(names) == 1 else None


def _exists(organisation: Organisation, on: date) -> bool:
    begun = organisation.since is None or organisation.since <= on
    return begun and (organisation.until is None or on <= organisation.until)


def _fold(name: str) -> str:
    return re.sub(r"\W+", " ", name).strip().lower()
