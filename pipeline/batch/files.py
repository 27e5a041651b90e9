"""The three files of a run, written as the outcomes come in."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.export import Dialect, aside, csv_file, jsonl_file
from pipeline.types import Outcome

DECISIONS_CSV, DECISIONS_JSONL = "decisions.csv", "decisions.jsonl"
DOCUMENTS_CSV = "documents.csv"

DOCUMENT_COLUMNS = (
    "source_file",
    "state",
    "reason",
    "pages",
    "characters",
    "decisions",
    "body",
    "meeting_date",
    "items",
    "seconds",
)


@dataclass(frozen=True, slots=True)
class Files:
    """The open files of a run."""

    rows: BinaryIO
    lines: BinaryIO
    documents: BinaryIO
    dialect: Dialect

    def add(self, outcome: Outcome) -> None:
        """Write an outcome: its decisions, by place in the document, and its own row."""
        for decision in sorted(outcome.decisions, key=lambda d: (d.char_start, d.char_end)):
            self.rows.write(csv_file.row(decision, self.dialect))
            self.lines.write(jsonl_file.row(decision))
        self.documents.write(csv_file.line(document_row(outcome), self.dialect))


@contextmanager
def files(folder: Path, dialect: Dialect) -> Iterator[Files]:
    """Open the files of a run; they appear in `folder` together, once all went well."""
    with ExitStack() as stack:
        names = (DECISIONS_CSV, DECISIONS_JSONL, DOCUMENTS_CSV)
        parts = [stack.enter_context(aside(folder / name)) for name in names]
        rows, lines, documents = (stack.enter_context(part.open("wb")) for part in parts)
        rows.write(csv_file.head(dialect))
        documents.write(csv_file.header(DOCUMENT_COLUMNS, dialect))
        yield Files(rows, lines, documents, dialect)


def document_row(outcome: Outcome) -> tuple[Any, ...]:
    """Return the row of a document, in the order of `DOCUMENT_COLUMNS`.

    `seconds` is measured, so it alone differs between two runs.
    """
    return (
        outcome.source_file,
        outcome.state,
        outcome.reason,
        outcome.pages,
        outcome.characters,
        len(outcome.decisions),
        outcome.body,
        outcome.meeting_date,
        len(outcome.items),
        round(outcome.seconds, 2),
    )
