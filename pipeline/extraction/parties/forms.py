"""The forms of the verbs of ``verbs.toml``."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pipeline.data import read_toml

Table = Mapping[str, list[str]]


def forms_of(infinitive: str, singular: Iterable[str]) -> frozenset[str]:
    """Return the finite forms of a verb.

    Parameters
    ----------
    infinitive
        The whole verb, which is the plural of the present tense too.
    singular
        Present and past tense singular; an irregular plural after them.

    Examples
    --------
    >>> sorted(forms_of("melden", ["meldt", "meldde"]))
    ['meldde', 'meldden', 'melden', 'meldt']
    """
    present, *past = singular
    plural = (
        {f"{past[0]}n" if past[0].endswith("e") else f"{past[0]}en"} if len(past) == 1 else set()
    )
    return frozenset({infinitive, present, *past} | plural)


@cache
def finite_forms() -> frozenset[str]:
    """Return every form that is a finite verb whatever the model says."""
    task = read_toml("pipeline.extraction.cues", "rules/werkwoorden.toml")
    named = {**task["taak"], **task["handeling"]}
    present = {_simple(verb, forms[0]) for verb, forms in named.items()}
    return frozenset(form for pair in present for form in pair) | _forms("other") | no_act()


def _simple(infinitive: str, present: str) -> tuple[str, str]:
    """Return singular and plural without particle: ``zoekt uit`` is ``zoekt``, ``zoeken``."""
    verb, _, particle = present.partition(" ")
    return verb, infinitive.removeprefix(particle)


@cache
def no_act() -> frozenset[str]:
    """Return the forms of verbs whose subject does nothing: it speaks, thinks, is or gets."""
    told: list[str] = _data()["told"]["forms"]
    return _forms("no_act") | frozenset(told)


@cache
def promises() -> frozenset[str]:
    """Return the forms of verbs of promise."""
    return _forms("promise")


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Return verbs with the words that go with them (``task``, ``no_task``), in every form."""
    data = _data()
    known = {**data["other"], **data["no_act"], **data["with"]["forms"]}
    found = []
    for phrase in data["with"][name]:
        verb, *rest = phrase.split()
        found += [(form, *rest) for form in sorted(forms_of(verb, known[verb]))]
    return tuple(found)


def _forms(section: str) -> frozenset[str]:
    table: Table = _data()[section]
    return frozenset(form for verb, forms in table.items() for form in forms_of(verb, forms))


def _data() -> Mapping[str, Any]:
    return read_toml(__package__, "verbs.toml")
