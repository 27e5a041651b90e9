"""The table of one document in the terminal."""

from rich.console import Console

from pipeline.cli.show import table
from pipeline.types import Decision, Outcome

ROW = Decision(
    decision_id="d1",
    source_file="verslag.md",
    body="Werkgroep Water",
    meeting_date="2024-03-05",
    item_number="2a",
    item_title="Peilbesluit",
    kind="actie",
    text="Jan legt het plan [bold]opnieuw[/bold] voor.",
    responsible=("Jan", "VNG"),
    responsible_org=("", ""),
    responsible_id=("", ""),
    deadline_text="voor 1 mei",
    deadline="2024-05-01",
    status="aangehouden",
    source="lopend",
    page=7,
    char_start=0,
    char_end=5,
    cue="legt voor",
    confidence=0.9,
    producer="test",
)


def lines(*decisions: Decision) -> str:
    outcome = Outcome(
        "verslag.md", "ok", body="Werkgroep Water", meeting_date="2024-03-05", decisions=decisions
    )
    console = Console(width=200)
    with console.capture() as captured:
        console.print(table(outcome))
    return captured.get()


def test_a_row_tells_item_kind_text_who_when_and_page() -> None:
    shown = lines(ROW)
    assert "verslag.md: Werkgroep Water, 2024-03-05" in shown
    for cell in ("2a Peilbesluit", "actie", "(aangehouden)", "Jan; VNG", "voor 1 mei", " 7 "):
        assert cell in shown


def test_brackets_are_no_mark_up() -> None:
    assert "[bold]opnieuw[/bold]" in lines(ROW)
