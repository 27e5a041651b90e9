"""Counts and scores of small documents made for the purpose."""

import math
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from pipeline.evaluation import (
    Evaluation,
    GoldDocument,
    GoldItem,
    GoldRecord,
    Prediction,
    below,
    evaluate,
    markdown,
    metrics,
    tables,
)
from pipeline.evaluation.counts import Count
from pipeline.types import AgendaItem, Decision

ADOPTED = "Het verslag wordt ongewijzigd vastgesteld."
SENT = "Logius stuurt de nieuwe nota uiterlijk 1 mei rond."
LISTED = "Nieuwe nota rondsturen, door Logius, uiterlijk 1 mei"


def gold(text: str, **fields: Any) -> GoldRecord:
    base = GoldRecord(text, "besluit", GoldItem("1", "Verslag"), status="aangenomen")
    return replace(base, **{"source": "lopend", **fields})


def row(text: str, **fields: Any) -> Decision:
    base = Decision(
        decision_id="x",
        source_file="doc.md",
        body="Werkgroep",
        meeting_date="2024-01-01",
        item_number="1",
        item_title="Verslag",
        kind="besluit",
        text=text,
        responsible=(),
        responsible_org=(),
        responsible_id=(),
        deadline_text="",
        deadline="",
        status="aangenomen",
        source="lopend",
        page=None,
        char_start=0,
        char_end=len(text),
        cue="vastgesteld",
        confidence=0.8,
        producer="test",
    )
    return replace(base, **fields)


def document(*records: GoldRecord, name: str = "doc") -> GoldDocument:
    return GoldDocument(name, None, "Werkgroep", "2024-01-01", (GoldItem("1", "Verslag"),), records)


def judged(records: list[GoldRecord], rows: list[Decision]) -> Evaluation:
    items = (AgendaItem("1", "Verslag", 0, 1), AgendaItem("2", "Rondvraag", 1, 2))
    found = Prediction(tuple(rows), items, "Werkgroep", "2024-01-01")
    return evaluate([document(*records)], {"doc": found})


def count(evaluation: Evaluation, measure: str) -> Count:
    return evaluation.scores[measure].count


def test_records_right_missed_and_extra() -> None:
    evaluation = judged([gold(ADOPTED), gold(SENT)], [row(ADOPTED), row("De zon scheen die dag.")])
    assert count(evaluation, "records") == Count(1, 2, 1, 2)
    assert evaluation.value("records") == 0.5


def test_a_group_is_one_unit_and_finding_both_is_no_error() -> None:
    twice = [gold(SENT, group=1), gold(LISTED, group=1), gold(ADOPTED)]
    assert count(judged(twice, [row(SENT)]), "records") == Count(1, 1, 1, 2)
    assert count(judged(twice, [row(SENT), row(LISTED)]), "records") == Count(2, 2, 1, 2)


def test_a_found_group_has_no_missed_parties_or_deadlines() -> None:
    named: dict[str, Any] = {"responsible": ("Logius",), "deadline": "2024-05-01"}
    twice = [gold(SENT, group=1, **named), gold(LISTED, group=1, **named)]
    evaluation = judged(twice, [row(SENT, **named)])
    assert count(evaluation, "responsible") == Count(1, 1, 1, 1)
    assert count(evaluation, "deadline") == Count(1, 1, 1, 1)


def test_parties_of_extra_rows_are_false_and_of_missed_records_missed() -> None:
    evaluation = judged(
        [gold(SENT, responsible=("Logius", "VNG")), gold(ADOPTED, responsible=("bureau",))],
        [row(SENT, responsible=("de VNG",)), row("De zon scheen die dag.", responsible=("zon",))],
    )
    assert count(evaluation, "responsible") == Count(1, 2, 1, 3)


def test_a_wrong_deadline_is_false_and_missed() -> None:
    evaluation = judged([gold(SENT, deadline="2024-05-01")], [row(SENT, deadline="2025-05-01")])
    assert count(evaluation, "deadline") == Count(0, 1, 0, 1)


def test_no_deadline_on_both_sides_counts_nothing() -> None:
    evaluation = judged([gold(SENT)], [row(SENT)])
    assert count(evaluation, "deadline") == Count(0, 0, 0, 0)
    assert math.isnan(evaluation.value("deadline"))


def test_accuracies_are_of_matched_pairs() -> None:
    evaluation = judged(
        [gold(SENT, kind="actie"), gold(ADOPTED)],
        [row(SENT, status="aangehouden"), row("De zon scheen die dag.")],
    )
    assert evaluation.value("kind") == 0
    assert evaluation.value("status") == 0
    assert evaluation.value("item") == 1


def test_organisations_are_judged_of_parties_that_both_name() -> None:
    evaluation = judged(
        [gold(SENT, responsible=("Jan", "VNG"), responsible_org=("Logius", "VNG"))],
        [row(SENT, responsible=("VNG", "Piet"), responsible_org=("VNG", "Logius"))],
    )
    assert count(evaluation, "responsible_org") == Count(1, 1, 1, 1)


def test_items_are_found_by_title() -> None:
    assert count(judged([gold(ADOPTED)], []), "items") == Count(1, 2, 1, 1)


def test_slices_by_kind_and_source() -> None:
    evaluation = judged([gold(SENT, kind="actie", source="lijst")], [row(SENT)])
    assert count(evaluation, "kind:actie") == Count(0, 0, 1, 1)
    assert count(evaluation, "kind:besluit") == Count(1, 1, 0, 0)
    assert count(evaluation, "source:lijst") == Count(0, 0, 1, 1)


def test_a_document_without_predictions_is_missed_whole() -> None:
    evaluation = evaluate([document(gold(SENT))], {})
    assert count(evaluation, "records") == Count(0, 0, 0, 1)
    assert evaluation.value("records") == 0


def test_intervals_hold_the_score_and_repeat() -> None:
    documents = [document(gold(SENT), gold(ADOPTED), name=str(i)) for i in range(8)]
    found = {str(i): Prediction((row(SENT),)) for i in range(0, 8, 2)}
    score = evaluate(documents, found).scores["records"]
    low, high = score.recall_interval
    assert low < score.recall < high
    assert evaluate(documents, found).scores["records"] == score


def test_minima() -> None:
    evaluation = judged([gold(SENT), gold(ADOPTED)], [row(SENT)])
    assert below(evaluation, {"records": 0.6}) == {}
    assert below(evaluation, {"records": 0.7}) == {"records": pytest.approx(2 / 3)}
    assert list(below(evaluation, {"deadline": 0.1})) == ["deadline"]


def test_mistakes_are_listed_with_item_and_text() -> None:
    text = markdown(
        judged(
            [gold(SENT, responsible=("Logius",)), gold(ADOPTED)],
            [row(SENT), row("De zon scheen die dag.")],
        )
    )
    assert f"- `besluit` `lopend` under “1 Verslag”: {ADOPTED}" in text
    assert "(0.80, cue `vastgesteld`): De zon scheen die dag." in text
    assert f"- responsible: ``, expected `Logius`, in: {SENT}" in text


def test_metrics_and_tables_tell_the_same() -> None:
    evaluation = judged([gold(SENT), gold(ADOPTED)], [row(SENT)])
    numbers = metrics(evaluation)
    assert numbers["records"]["recall"] == 0.5
    assert numbers["deadline"]["f1"] is None
    assert numbers["by_document"]["doc"] == {"right": 1, "predicted": 1, "found": 1, "gold": 2}
    assert numbers["calibration"]["bins"][0] == {
        "low": 0.8,
        "high": 0.9,
        "rows": 1,
        "confidence": 0.8,
        "right": 1.0,
    }
    assert [table.row_count for table in tables(evaluation)] == [6, 6, 6]


def test_the_tables_fit_a_terminal_of_80_columns() -> None:
    console = Console(width=300)
    evaluation = judged([gold(SENT, deadline="2024-05-01")], [row(SENT, deadline="2024-05-01")])
    widths = [console.measure(table).maximum for table in tables(evaluation)]
    assert max(widths) <= 80


def test_a_deadline_may_be_worded_right_and_read_wrong() -> None:
    evaluation = judged(
        [gold(SENT, deadline_text="uiterlijk 1 mei", deadline="2024-05-01")],
        [row(SENT, deadline_text="1 mei", deadline="2025-05-01")],
    )
    assert count(evaluation, "deadline_text") == Count(1, 1, 1, 1)
    assert count(evaluation, "deadline") == Count(0, 1, 0, 1)


def test_rows_said_to_be_the_same_are_laid_beside_the_groups() -> None:
    labels = [gold(SENT, group=1), gold(LISTED, group=1, source="lijst"), gold(ADOPTED)]
    rows = [
        row(SENT, decision_id="a", same_as=("b",)),
        row(LISTED, decision_id="b", same_as=("a", "c")),
        row(ADOPTED, decision_id="c", same_as=("b",)),
    ]
    assert count(judged(labels, rows), "same_as") == Count(1, 2, 1, 1)
    assert count(judged(labels, rows[:1]), "same_as") == Count(0, 1, 0, 1)
