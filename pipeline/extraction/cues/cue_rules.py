"""The cue rules as values, read from the data files and checked."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.data import read_toml
from pipeline.extraction.cues.verbs import verb_parts
from pipeline.types import Kind, Status

GROUPS = ("toezegging", "verslag", "instemming", "besluit", "uitstel", "afspraak", "actie")
"""The files of the folder ``rules``, in the order in which their rules are tried."""


@dataclass(frozen=True, slots=True)
class CueRule:
    """What makes a sentence a record: a regular expression over its words.

    `weight` is the share of its hits that are records; `kind` is None where the parties decide
    it, `status` where nothing special is said. With `item` the title of the agenda item must fit
    it for the rule to count.
    """

    id: str
    regex: re.Pattern[str]
    kind: Kind | None
    weight: float
    status: Status | None
    why: str
    example: str
    item: re.Pattern[str] | None = None

    def fits(self, title: str) -> bool:
        """Tell whether the rule counts under an agenda item of this title."""
        return self.item is None or bool(self.item.search(title))


def read_rules() -> tuple[CueRule, ...]:
    """Read the cue rules of all groups.

    Raises
    ------
    ValueError
        If a rule lacks a field or holds a value that is not allowed; the message names the rule.
    """
    files = [read_toml(__package__, f"rules/{group}.toml") for group in GROUPS]
    rules = tuple(_rule(entry) for data in files for entry in data["rule"])
    ids = [rule.id for rule in rules]
    for rule in ids:
        if ids.count(rule) > 1:
            raise ValueError(f"two cue rules have the id {rule!r}")
    return rules


@cache
def parts() -> dict[str, str]:
    """Return the named parts of patterns: word lists, larger parts, and forms of verbs."""
    data = read_toml(__package__, "rules/onderdelen.toml")
    verbs = read_toml(__package__, "rules/werkwoorden.toml")
    lists = {name: f"(?:{'|'.join(words)})" for name, words in data["woorden"].items()}
    larger: dict[str, str] = data["onderdelen"]
    return larger | lists | verb_parts(verbs["taak"], verbs["handeling"], verbs["uitspraak"])


def compile_regex(pattern: str | list[str], named: dict[str, str]) -> re.Pattern[str]:
    """Compile a pattern, or a list of which one must fit, with its named parts written out.

    Examples
    --------
    >>> bool(compile_regex("{wie} belt", {"wie": "(?:Els|Karim)"}).search("Els belt morgen"))
    True
    """
    written = pattern if isinstance(pattern, str) else "|".join(pattern)
    while found := next((name for name in named if f"{{{name}}}" in written), None):
        written = written.replace(f"{{{found}}}", named[found])
    return re.compile(written, re.IGNORECASE)


def _rule(entry: dict[str, Any]) -> CueRule:
    name = entry.get("id", "?")
    try:
        return CueRule(
            id=entry["id"],
            regex=compile_regex(entry["pattern"], parts()),
            kind=Kind(entry["kind"]) if entry["kind"] else None,
            weight=float(entry["weight"]),
            status=Status(entry["status"]) if entry.get("status") else None,
            why=entry["why"],
            example=entry["example"],
            item=compile_regex(entry["item"], parts()) if "item" in entry else None,
        )
    except (KeyError, ValueError, re.error) as error:
        raise ValueError(f"cue rule {name!r}: {error}") from error
