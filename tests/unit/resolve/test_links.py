"""Links between records that tell the same."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve import confident
from pipeline.resolve.links import links
from pipeline.types import (
    Deadline,
    Decision,
    Document,
    Kind,
    ListRow,
    ListTable,
    Minutes,
    Record,
    Source,
    Status,
)


def record(text: str, source: Source = Source.LOPEND, **other: object) -> Record:
    fields: dict[str, object] = {
        "kind": Kind.ACTIE,
        "start": 0,
        "end": len(text),
        "block": 0,
        "responsible": (),
        "deadline": Deadline(),
        "status": Status.OPEN,
        "cue": "",
        "rule": "",
        "confidence": 0.8,
    }
    return Record(text=text, source=source, **{**fields, **other})  # type: ignore[arg-type]


def minutes(*rows: ListRow) -> Minutes:
    tables = (ListTable("Actielijst", Kind.ACTIE, rows, 0, 1),) if rows else ()
    return Minutes(Document("v.md", "md", "", ()), "", None, (), (), tables)


TASK = "Karim levert het overzicht van de meetpunten aan"
ROW = "Overzicht meetpunten aanleveren"


def test_a_task_and_its_row_are_the_same() -> None:
    others = record("Joke stelt de begroting op"), record("Zaal reserveren", Source.LIJST)
    found = links([record(TASK), record(ROW, Source.LIJST), *others], minutes())
    assert found == [(1,), (0,), (), ()]


def test_two_sentences_are_never_the_same() -> None:
    assert links([record(TASK), record(TASK)], minutes()) == [(), ()]


def test_a_sure_likeness_takes_in_a_third() -> None:
    three = [record(TASK), record("Begroting"), record(TASK), record(TASK, Source.LIJST)]
    assert links(three, minutes()) == [(2, 3), (), (0, 3), (0, 2)]


def test_a_number_in_common_makes_up_for_words() -> None:
    row = ListRow(0, 10, 40, "Contact met leverancier", identifier="AP 24-07")
    listed = record("Contact met leverancier opnemen over de offertes", Source.LIJST, start=10)
    words = "Els belt de leverancier volgende maand nog over een hele andere zaak"
    labels = (f"AP 24-{number}:" for number in ("07", "08"))
    same, other = (record(words, cue=cue, rule="label-actie-prefix") for cue in labels)
    assert links([same, listed], minutes(row)) == [(1,), (0,)]
    assert links([other, listed], minutes(row)) == [(), ()]


texts = st.lists(
    st.tuples(st.text("abcdefg hijk", max_size=40), st.sampled_from(Source)), max_size=12
)


@given(texts)
def test_links_go_both_ways(drawn: list[tuple[str, Source]]) -> None:
    found = links([record(text, source) for text, source in drawn], minutes())
    assert len(found) == len(drawn)
    for place, others in enumerate(found):
        assert place not in others
        assert all(before < after for before, after in pairwise(others))
        assert all(place in found[other] for other in others)


def decision(name: str, confidence: float, same_as: tuple[str, ...]) -> Decision:
    row = dict.fromkeys(Decision.__dataclass_fields__, "")
    known = {"decision_id": name, "confidence": confidence, "same_as": same_as}
    return Decision(**(row | known))  # type: ignore[arg-type]


def test_rows_left_out_are_named_no_more() -> None:
    rows = [decision("a", 0.9, ("b", "c")), decision("b", 0.2, ("a", "c")), decision("c", 0.5, ())]
    assert [(row.decision_id, row.same_as) for row in confident(rows, 0.5)] == [
        ("a", ("c",)),
        ("c", ()),
    ]
