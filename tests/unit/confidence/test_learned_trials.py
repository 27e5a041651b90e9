"""The trials of ``scripts/compare_learned.py``: what a model is shown, and how it is judged."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="training needs the extra 'train'")

from judging.options import Option, judged_by
from judging.spans import trained
from judging.tables import heading, line, rounded
from judging.trials import Trial, deadlines, parties, records, trials

from pipeline.evaluation import GoldRecord
from pipeline.evaluation.gold import GoldItem

TEXT = """
# Verslag Stuurgroep Waterkwaliteit

Datum: 12 maart 2024

Aanwezig: Joke Kramer (Wetterskip), Piet Hoek (Vitens)

## 2. Meetnet
Piet licht de metingen toe. Joke stuurt voor 1 april het meetplan rond. De leden danken haar.

## Actielijst

| Nr | Actie | Wie | Wanneer |
|---|---|---|---|
| 1 | Begroting opstellen | Piet | 1 juni |
"""

GOLD = [
    {
        "text": "Joke stuurt voor 1 april het meetplan rond.",
        "kind": "actie",
        "responsible": ["Joke"],
        "deadline": "2024-04-01",
        "deadline_text": "voor 1 april",
    },
    {"text": "Begroting opstellen", "kind": "actie", "responsible": ["Piet"]},
]


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    (tmp_path / "stuurgroep-2024-03-12.md").write_text(TEXT, encoding="utf-8")
    labels = json.dumps({"id": "stuurgroep", "records": GOLD})
    (tmp_path / "stuurgroep-2024-03-12.json").write_text(labels, encoding="utf-8")
    (found,) = trials([tmp_path])
    return found


def test_names_of_a_record_and_beside_it_are_options(trial: Trial) -> None:
    told = {option.value: (option.chosen, option.right) for option in trial.parties[0]}
    assert told["Joke"] == (True, True)
    assert told["Piet"] == (False, False)
    where = {option.value: "where=inside" in option.features for option in trial.parties[0]}
    assert (where["Joke"], where["Piet"]) == (True, False)


def test_times_of_a_record_are_options(trial: Trial) -> None:
    (option,) = trial.deadlines[0]
    assert (option.value, option.chosen, option.right) == ("2024-04-01", True, True)


def test_all_sentences_but_list_rows_and_headings_are_options(trial: Trial) -> None:
    told = {option.value: (option.chosen, option.right) for option in trial.sentences}
    assert told["Joke stuurt voor 1 april het meetplan rond."] == (True, True)
    assert told["Piet licht de metingen toe."] == (False, False)
    assert trial.fixed == ("Begroting opstellen",)
    assert not any("Begroting" in text or "Meetnet" in text for text in told)


def test_rules_are_counted_as_they_chose(trial: Trial) -> None:
    for measure, right in ((records, 2), (parties, 2), (deadlines, 1)):
        count = measure([trial], "rules", left_out=False)
        assert (count.right, count.gold) == (right, right)


def options(feature: str, right: bool) -> list[Option]:
    return [Option("x", {feature: 1.0}, chosen=not right, right=right)] * 30


def test_a_body_is_judged_by_what_others_show() -> None:
    """Each body contradicts the other, so a model that never saw it is wrong about it."""
    shown = [*options("a", True), *options("b", False), *options("a", False), *options("b", True)]
    bodies = ["one"] * 60 + ["two"] * 60
    apart = judged_by("learned", shown, bodies, left_out=True)
    assert apart[0] < 0.2 < 0.8 < apart[30]
    assert judged_by("learned", shown, bodies, left_out=False)[0] == pytest.approx(0.5, abs=0.05)


def test_both_know_what_the_rules_chose() -> None:
    shown = [*options("a", True), *options("a", False), *options("b", True), *options("b", False)]
    bodies = ["one"] * 120
    assert judged_by("both", shown, bodies, left_out=False)[0] > 0.8
    assert judged_by("learned", shown, bodies, left_out=False)[0] == pytest.approx(0.5, abs=0.05)
    assert judged_by("rules", shown, bodies, left_out=False)[:60:30] == [0.0, 1.0]


def test_a_model_adds_only_what_it_is_sure_of() -> None:
    kept = options("b", False)
    sure, unsure = options("a", True), [replace(o, chosen=False) for o in options("a", False)]
    assert judged_by("added", [*kept, *sure], ["one"] * 60, left_out=False) == [1.0] * 60
    judged = judged_by("added", [*kept, *sure, *unsure], ["one"] * 90, left_out=False)
    assert judged == [1.0] * 30 + [0.0] * 60


def test_what_is_no_record_teaches_nothing() -> None:
    unknown = [Option("x", {"a": 1.0}, chosen=False, right=None)] * 99
    shown = [*options("a", True), *options("b", False), *unknown]
    assert judged_by("learned", shown, ["one"] * len(shown), left_out=False)[-1] > 0.8


def test_a_recogniser_learns_who_and_when() -> None:
    names = ("Joke", "Piet", "Els", "Karim")
    told = [
        GoldRecord(
            f"{name} stuurt het stuk voor {day} mei rond.",
            "actie",
            GoldItem(),
            responsible=(name,),
            deadline_text=f"voor {day} mei",
        )
        for name in names
        for day in range(1, 31)
    ]
    found = {
        ent.label_: ent.text for ent in trained(told)("Piet stuurt het stuk voor 3 mei rond.").ents
    }
    assert found == {"PARTY": "Piet", "DEADLINE": "voor 3 mei"}


def test_tables() -> None:
    assert list(heading("way", "F1")) == ["", "| way | F1 |", "| --- | ---: |"]
    assert line("rules", *rounded(0.5)) == "| rules | 0.500 |"
