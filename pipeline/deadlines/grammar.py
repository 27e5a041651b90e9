"""The grammar of deadlines, compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.data import read_toml
from pipeline.deadlines.forms import Forms


@dataclass(frozen=True, slots=True)
class Form:
    """A compiled form, and the slots without whose words it is nowhere in a text."""

    pattern: re.Pattern[str]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the grammar.

    Attributes
    ----------
    reads
        Name of the reading that turns the words into days.
    data
        Constants for that reading.
    bare
        Counts in running text only where the grammar allows a time without preposition.
    cell
        Counts only in a column of deadlines.
    """

    reads: str
    forms: tuple[Form, ...]
    data: tuple[tuple[str, int], ...] = ()
    bare: bool = False
    cell: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, and the contexts that decide whether a time is a deadline.

    Attributes
    ----------
    gates
        For each slot the expression that tells whether its words stand in a text.
    subject, gathering
        What stands before a time that is no deadline: whatever its form, and if it is no last
        day.
    together
        Pairs of what stands before a time and how it begins, which together make it none.
    over
        What stands after a time that is past.
    bare_after
        What may stand before a time without preposition.
    explicit, last_day
        How what is a deadline wherever it stands ("uiterlijk ...") and a last day ("voor ...")
        begin.
    """

    rules: tuple[Rule, ...]
    gates: Mapping[str, re.Pattern[str]]
    subject: re.Pattern[str]
    gathering: re.Pattern[str]
    together: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    over: re.Pattern[str]
    bare_after: re.Pattern[str]
    explicit: re.Pattern[str]
    last_day: re.Pattern[str]


@cache
def load() -> Grammar:
    """Return the grammar of ``grammar.toml``, compiled once.

    Raises
    ------
    ValueError
        If a rule has a key that no rule may have.
    """
    source = read_toml("pipeline.deadlines", "grammar.toml")
    forms = Forms(source)
    rules = tuple(_rule(rule, forms) for rule in source["regels"])
    slots = {slot for rule in rules for form in rule.forms for slot in form.needs}
    return Grammar(
        rules=rules,
        gates={slot: forms.gate(slot) for slot in sorted(slots)},
        subject=forms.compile_before(source["onderwerp"]["altijd"]),
        gathering=forms.compile_before(source["onderwerp"]["overleg"]),
        together=tuple(
            (forms.compile_before(pair["voor"]), forms.compile_after(pair["begint"]))
            for pair in source["onderwerp"]["samen"]
        ),
        over=forms.compile_after(source["onderwerp"]["na"]),
        bare_after=forms.compile_before(source["kaal"]["voor"]),
        explicit=forms.compile_after(source["onderwerp"]["nooit"]),
        last_day=forms.compile_after(["{uiterlijk}", "{termijnwoord}"]),
    )


def table(name: str) -> Mapping[str, Any]:
    """Return the words of a table of the grammar with their values."""
    found: Mapping[str, Any] = read_toml("pipeline.deadlines", "grammar.toml")["tabellen"][name]
    return found


def _rule(source: Mapping[str, Any], forms: Forms) -> Rule:
    data = tuple((key, source[key]) for key in ("van", "tot", "verschuiving") if key in source)
    unknown = source.keys() - {"leest", "vormen", "kaal", "cel", *dict(data)}
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)} in the rule {source['vormen'][0]!r}")
    return Rule(
        reads=source["leest"],
        forms=tuple(Form(forms.compile(form), forms.needs(form)) for form in source["vormen"]),
        data=data,
        bare=source.get("kaal", False),
        cell=source.get("cel", False),
    )
