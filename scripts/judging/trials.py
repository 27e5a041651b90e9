"""Records, parties and deadlines found by rules, by learned models and by both, on labels."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

from judging.candidates import deadline_options, party_options
from judging.examples import body_of, tools
from judging.options import Option, judged_by
from judging.sentences import fixed_texts, sentence_options
from pipeline.evaluation import GoldDocument, Prediction, load
from pipeline.evaluation.compare import compare, unit_of
from pipeline.evaluation.counts import Count, counts
from pipeline.evaluation.matching import pair_texts
from pipeline.extraction import annotate, records_of
from pipeline.reading import read
from pipeline.resolve import decisions_of
from pipeline.structure import parse
from pipeline.types import Decision

RECORD, FIELD = 0.35, 0.5
"""Chances from which a model says yes: those that did best on bodies left out."""

Choice = list[tuple[str, float]]
"""The values of some options, each with its chance."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A labelled document: its rows, and what may be found; `parties` and `deadlines` by row."""

    gold: GoldDocument
    rows: tuple[Decision, ...]
    fixed: tuple[str, ...]
    sentences: tuple[Option, ...]
    parties: tuple[tuple[Option, ...], ...]
    deadlines: tuple[tuple[Option, ...], ...]


def trials(folders: Iterable[Path]) -> list[Trial]:
    """Read all labelled documents of `folders`."""
    return [_trial(document) for folder in folders for document in load(folder)]


def _trial(gold: GoldDocument) -> Trial:
    if gold.source is None:
        raise ValueError(f"{gold.name}: no source file stands beside the labels")
    minutes = parse(read(gold.source))
    doc = annotate(minutes, tools().nlp)
    rows = decisions_of(records_of(doc, tools().nlp), minutes, tools().register, "")
    pairs = compare(gold, Prediction(rows)).pairs
    labels = {pair.decision.decision_id: pair.gold for pair in pairs}
    return Trial(
        gold,
        rows,
        tuple(fixed_texts(doc)),
        sentence_options(doc, gold.records),
        tuple(party_options(doc, row, labels.get(row.decision_id)) for row in rows),
        tuple(deadline_options(doc, row, labels.get(row.decision_id)) for row in rows),
    )


def records(found: Sequence[Trial], way: str, *, left_out: bool) -> Count:
    """Count the records that a way finds; list rows, labels and headings stay with the rules."""
    chances = _chances(found, lambda trial: [trial.sentences], way, left_out=left_out)
    total = Count()
    for trial, (options,) in zip(found, chances, strict=True):
        texts = [*trial.fixed, *(value for value, chance in options if chance >= RECORD)]
        units = unit_of(trial.gold.records)
        pairs = pair_texts(texts, [record.text for record in trial.gold.records])
        matched = {units[place] for _, place in pairs}
        total += Count(len(pairs), len(texts), len(matched), len(set(units)))
    return total


def parties(found: Sequence[Trial], way: str, *, left_out: bool) -> Count:
    """Count the parties that a way finds, end to end."""
    chances = _chances(found, lambda trial: trial.parties, way, left_out=left_out)
    return _counted("responsible", found, chances, _with_parties)


def deadlines(found: Sequence[Trial], way: str, *, left_out: bool) -> Count:
    """Count the deadlines that a way finds, end to end."""
    chances = _chances(found, lambda trial: trial.deadlines, way, left_out=left_out)
    return _counted("deadline", found, chances, _with_deadline)


def _with_parties(row: Decision, choice: Choice) -> Decision:
    return replace(row, responsible=tuple(value for value, chance in choice if chance >= FIELD))


def _with_deadline(row: Decision, choice: Choice) -> Decision:
    value, chance = max(choice, key=itemgetter(1), default=("", 0.0))
    return replace(row, deadline=value if chance >= FIELD else "")


def _chances(
    found: Sequence[Trial],
    options_of: Callable[[Trial], Sequence[Sequence[Option]]],
    way: str,
    *,
    left_out: bool,
) -> list[list[Choice]]:
    """Return for each document and group of options their values and chances."""
    placed = [
        (number, place, option, body_of(trial.gold.name))
        for number, trial in enumerate(found)
        for place, group in enumerate(options_of(trial))
        for option in group
    ]
    judged = judged_by(
        way, [option for _, _, option, _ in placed], [b for *_, b in placed], left_out=left_out
    )
    told: list[list[Choice]] = [[[] for _ in options_of(trial)] for trial in found]
    for (number, place, option, _), chance in zip(placed, judged, strict=True):
        told[number][place].append((option.value, chance))
    return told


def _counted(
    measure: str,
    found: Sequence[Trial],
    chances: list[list[Choice]],
    filled: Callable[[Decision, Choice], Decision],
) -> Count:
    total = Count()
    for trial, choices in zip(found, chances, strict=True):
        rows = tuple(map(filled, trial.rows, choices))
        total += counts(compare(trial.gold, Prediction(rows)))[measure]
    return total
