"""Lays the rows of a document beside its gold labels."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from pipeline.evaluation.fields import party_pairs
from pipeline.evaluation.gold import GoldDocument, GoldRecord
from pipeline.evaluation.matching import pair_texts
from pipeline.types import AgendaItem, Decision, Outcome


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was found in one document; `items` is None where nothing is known of them."""

    decisions: tuple[Decision, ...] = ()
    items: tuple[AgendaItem, ...] | None = None
    body: str = ""
    meeting_date: str = ""

    @classmethod
    def of(cls, outcome: Outcome) -> "Prediction":
        """Take over what an outcome tells."""
        return cls(outcome.decisions, outcome.items, outcome.body, outcome.meeting_date)

    @classmethod
    def of_rows(cls, decisions: Iterable[Decision]) -> "Prediction":
        """Make a prediction of one document's rows alone."""
        rows = tuple(decisions)
        body, date = (rows[0].body, rows[0].meeting_date) if rows else ("", "")
        return cls(rows, None, body, date)


def by_document(decisions: Iterable[Decision]) -> dict[str, Prediction]:
    """Group rows by the stem of their source file, the name of its gold document."""
    groups: dict[str, list[Decision]] = {}
    for row in decisions:
        groups.setdefault(PurePosixPath(row.source_file).stem, []).append(row)
    return {name: Prediction.of_rows(rows) for name, rows in groups.items()}


@dataclass(frozen=True, slots=True)
class Pair:
    """A prediction and the gold record that it was matched with."""

    decision: Decision
    gold: GoldRecord

    def parties(self) -> list[tuple[int, int]]:
        """Return the places of the parties that are the same: ``(predicted, gold)``."""
        return party_pairs(self.decision.responsible, self.gold.responsible)


@dataclass(frozen=True)
class Comparison:
    """One document's predictions, matched and not.

    `missed` holds the first record of every unit (a record, or a group of them) that no
    prediction matched; `units` are the first records of all units.
    """

    gold: GoldDocument
    prediction: Prediction
    pairs: tuple[Pair, ...]
    extra: tuple[Decision, ...]
    missed: tuple[GoldRecord, ...]
    units: tuple[GoldRecord, ...]

    @cached_property
    def found(self) -> tuple[GoldRecord, ...]:
        """The units that a prediction matched."""
        missed = {id(record) for record in self.missed}
        return tuple(record for record in self.units if id(record) not in missed)


def compare(gold: GoldDocument, prediction: Prediction) -> Comparison:
    """Match the predictions of a document with its gold records."""
    rows, records = prediction.decisions, gold.records
    matched = pair_texts([row.text for row in rows], [record.text for record in records])
    right = {i for i, _ in matched}
    firsts = unit_of(records)
    found = {firsts[j] for _, j in matched}
    units = sorted(set(firsts))
    return Comparison(
        gold=gold,
        prediction=prediction,
        pairs=tuple(Pair(rows[i], records[j]) for i, j in matched),
        extra=tuple(row for i, row in enumerate(rows) if i not in right),
        missed=tuple(records[j] for j in units if j not in found),
        units=tuple(records[j] for j in units),
    )


def unit_of(records: tuple[GoldRecord, ...]) -> list[int]:
    """Return for each record the place of the first record of its group (itself without one)."""
    first: dict[int, int] = {}
    return [
        first.setdefault(record.group, place) if record.group else place
        for place, record in enumerate(records)
    ]
