"""The table with which the README opens is what the program makes of that document."""

from pathlib import Path

from pipeline.decide import Tools, decide

ROOT = Path(__file__).parents[2]
SHOWN = ROOT / "corpus" / "bo-woningbouw-2024-02-14.pdf"


def rows_shown() -> list[str]:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    start = lines.index("| item | kind | text | responsible | deadline | status | page |")
    end = next(i for i in range(start, len(lines)) if not lines[i])
    return lines[start + 2 : end]


def test_each_row_of_the_table_is_found() -> None:
    found = {
        "| {} | {} | {} | {} | {} | {} | {} |".format(
            f"{row.item_number} {row.item_title}".strip(),
            row.kind,
            row.text,
            "; ".join(row.responsible),
            row.deadline,
            row.status,
            row.page,
        ).replace("  ", " ")
        for row in decide(SHOWN, Tools.make()).decisions
    }
    assert set(rows_shown()) <= found
