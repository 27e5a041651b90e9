"""The columns are those of the output contract, in its order."""

from pipeline.types import CELLS, COLUMNS

CONTRACT = [
    "decision_id",
    "source_file",
    "body",
    "meeting_date",
    "item_number",
    "item_title",
    "kind",
    "text",
    "responsible",
    "responsible_org",
    "responsible_id",
    "deadline_text",
    "deadline",
    "status",
    "source",
    "page",
    "char_start",
    "char_end",
    "cue",
    "confidence",
    "producer",
    "vote_for",
    "vote_against",
    "same_as",
    "reading",
    "boxes",
]


def test_columns_are_those_of_the_contract() -> None:
    assert [column.name for column in COLUMNS] == CONTRACT


def test_all_but_the_boxes_fit_in_a_cell() -> None:
    assert [column.name for column in CELLS] == CONTRACT[:-1]
