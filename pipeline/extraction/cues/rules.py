"""The cue rules as values, read from the data files and checked."""

import re
from dataclasses import dataclass
from typing import Any

from pipeline.data import read_toml
from pipeline.types import Kind, Status


@dataclass(frozen=True, slots=True)
class CueRule:
    """What makes a sentence a record: a regular expression over its words.

    `weight` is the share of its hits that are records; `kind` is None where the parties decide
    it, `status` where nothing special is said.
    """

    id: str
    regex: re.Pattern[str]
    kind: Kind | None
    weight: float
    status: Status | None
    why: str
    example: str


def read_rules(package: str, name: str) -> tuple[CueRule, ...]:
    """Read the cue rules of a data file.

    Raises
    ------
    ValueError
        If a rule lacks a field or holds a value that is not allowed; the message names the rule.
    """
    data = read_toml(package, name)
    rules = tuple(_rule(entry, data.get("parts", {})) for entry in data["rule"])
    ids = [rule.id for rule in rules]
    for rule in ids:
        if ids.count(rule) > 1:
            raise ValueError(f"{name}: two cue rules have the id {rule!r}")
    return rules


def compile_regex(pattern: str, parts: dict[str, str]) -> re.Pattern[str]:
    """Compile a pattern with its named parts (``{naam}``) written out.

    Examples
    --------
    >>> bool(compile_regex("{wie} belt", {"wie": "(?:Els|Karim)"}).search("Els belt morgen"))
    True
    """
    for _ in range(len(parts) + 1):
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
    return re.compile(pattern, re.IGNORECASE)


def _rule(entry: dict[str, Any], parts: dict[str, str]) -> CueRule:
    name = entry.get("id", "?")
    try:
        return CueRule(
            id=entry["id"],
            regex=compile_regex(entry["pattern"], parts),
            kind=Kind(entry["kind"]) if entry["kind"] else None,
            weight=float(entry["weight"]),
            status=Status(entry["status"]) if entry.get("status") else None,
            why=entry["why"],
            example=entry["example"],
        )
    except (KeyError, ValueError, re.error) as error:
        raise ValueError(f"cue rule {name!r}: {error}") from error
