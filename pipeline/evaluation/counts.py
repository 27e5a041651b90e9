"""Counts of right and wrong of one document, measure by measure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from pipeline.evaluation.compare import Comparison, Pair
from pipeline.evaluation.fields import same_party, same_title, same_words, title_score
from pipeline.evaluation.matching import pair
from pipeline.types import Kind, Source


@dataclass(frozen=True, slots=True)
class Count:
    """How many predictions are right, of how many; how many of the gold were found, of how many.

    Of an accuracy both halves are the same: right of all pairs.
    """

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )


class _Labelled(Protocol):
    @property
    def deadline(self) -> str: ...

    @property
    def deadline_text(self) -> str: ...


def counts(comparison: Comparison) -> dict[str, Count]:
    """Return the counts of all measures of a document.

    Names with a colon are slices of the records: ``kind:besluit``, ``source:lijst``.
    """
    found = {
        "records": _records(comparison, lambda _: True),
        "responsible": _responsible(comparison),
        "deadline": _wording(comparison, _deadline, _equal),
        "deadline_text": _wording(comparison, _deadline_text, same_words),
        "same_as": _links(comparison),
        **_accuracies(comparison.pairs),
        "body": _accuracy([same_party(comparison.prediction.body, comparison.gold.body)]),
        "meeting_date": _accuracy([comparison.prediction.meeting_date == comparison.gold.date]),
        **_slices(comparison),
    }
    return found if comparison.prediction.items is None else {**found, "items": _items(comparison)}


def _records(comparison: Comparison, belongs: Callable[[object], bool]) -> Count:
    return Count(
        right=sum(belongs(pair.decision) for pair in comparison.pairs),
        predicted=sum(map(belongs, comparison.prediction.decisions)),
        found=sum(map(belongs, comparison.found)),
        gold=sum(map(belongs, comparison.units)),
    )


def _slices(comparison: Comparison) -> dict[str, Count]:
    kinds = {f"kind:{kind}": _records(comparison, _has("kind", kind)) for kind in Kind}
    sources = {
        f"source:{source}": _records(comparison, _has("source", source)) for source in Source
    }
    return {**kinds, **sources}


def _has(field: str, value: str) -> Callable[[object], bool]:
    return lambda row: bool(getattr(row, field) == value)


def _responsible(comparison: Comparison) -> Count:
    same = sum(len(pair.parties()) for pair in comparison.pairs)
    predicted = sum(len(row.responsible) for row in comparison.prediction.decisions)
    gold = sum(len(pair.gold.responsible) for pair in comparison.pairs)
    missed = sum(len(record.responsible) for record in comparison.missed)
    return Count(same, predicted, same, gold + missed)


def _deadline(row: _Labelled) -> str:
    return row.deadline


def _deadline_text(row: _Labelled) -> str:
    return row.deadline_text


def _equal(one: str, other: str) -> bool:
    return one == other


def _wording(
    comparison: Comparison,
    field: Callable[[_Labelled], str],
    same: Callable[[str, str], bool],
) -> Count:
    pairs = [(field(pair.decision), field(pair.gold)) for pair in comparison.pairs]
    right = sum(bool(one and other and same(one, other)) for one, other in pairs)
    predicted = sum(bool(field(row)) for row in comparison.prediction.decisions)
    gold = sum(bool(other) for _, other in pairs)
    missed = sum(bool(field(record)) for record in comparison.missed)
    return Count(right, predicted, right, gold + missed)


def _links(comparison: Comparison) -> Count:
    """Count the pairs of rows that are said to tell the same; gold pairs share a `group`."""
    places = {id(record): place for place, record in enumerate(comparison.gold.records)}
    matched = {pair.decision.decision_id: places[id(pair.gold)] for pair in comparison.pairs}
    rows = comparison.prediction.decisions
    told = {frozenset((row.decision_id, other)) for row in rows for other in row.same_as}
    groups = [record.group for record in comparison.gold.records]
    same = {frozenset(p) for p in combinations(range(len(groups)), 2) if _alike(groups, *p)}
    right = sum(frozenset(matched.get(name, -1) for name in link) in same for link in told)
    return Count(right, len(told), right, len(same))


def _alike(groups: Sequence[int], one: int, other: int) -> bool:
    return groups[one] != 0 and groups[one] == groups[other]


def _accuracies(pairs: Iterable[Pair]) -> dict[str, Count]:
    pairs = list(pairs)
    return {
        "kind": _accuracy(pair.decision.kind == pair.gold.kind for pair in pairs),
        "status": _accuracy(pair.decision.status == pair.gold.status for pair in pairs),
        "item": _accuracy(
            same_title(pair.decision.item_title, pair.gold.item.title) for pair in pairs
        ),
        "responsible_org": _accuracy(right for pair in pairs for right in organisations(pair)),
    }


def _accuracy(judged: Iterable[bool]) -> Count:
    judged = list(judged)
    return Count(sum(judged), len(judged), sum(judged), len(judged))


def organisations(pair: Pair) -> list[bool]:
    """Judge the organisation of each party that both name."""
    predicted, gold = pair.decision.responsible_org, pair.gold.responsible_org
    return [
        same_party(predicted[i], gold[j])
        for i, j in pair.parties()
        if i < len(predicted) and j < len(gold)
    ]


def _items(comparison: Comparison) -> Count:
    predicted = [item.title or item.number for item in comparison.prediction.items or ()]
    gold = [item.title or item.number for item in comparison.gold.items]
    same = len(pair(predicted, gold, title_score))
    return Count(same, len(predicted), same, len(gold))
