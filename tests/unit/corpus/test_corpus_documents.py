"""The sample corpus: documents, labels and sources tell the same."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from build_corpus import CORPUS, WRITERS, labels
from docx.table import Table
from sample_corpus.labels import STATUSES, words
from sample_corpus.markup import KINDS, Source, sources

SOURCES = tuple(sources(CORPUS / "sources"))
KEYS = {
    "text", "kind", "item", "responsible", "responsible_org", "deadline_text", "deadline",
    "status", "source", "group", "note",
}  # fmt: skip
DAY = r"\d{4}-\d\d-\d\d"
DEADLINE = re.compile(rf"|next-meeting|condition|{DAY}(/{DAY})?")

each = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)


def built(source: Source) -> Path:
    return CORPUS / f"{source.name}.{source.format}"


def label_file(source: Source) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CORPUS / f"{source.name}.json").read_text("utf-8"))
    return loaded


def letters(text: str) -> str:
    """Leave only letters and digits, as line ends and hyphens differ between formats."""
    return "".join(filter(str.isalnum, text.lower()))


def pages(source: Source) -> list[str]:
    pdf = pypdfium2.PdfDocument(built(source))
    return [page.get_textpage().get_text_range() for page in pdf]


def word_parts(source: Source) -> Iterator[str]:
    for part in docx.Document(str(built(source))).iter_inner_content():
        if isinstance(part, Table):
            yield from (cell.text for row in part.rows for cell in row.cells)
        else:
            yield part.text


def printed(source: Source) -> str:
    """Return the text of the document as built."""
    if source.format == "pdf":
        return "\n".join(pages(source))
    if source.format == "docx":
        return "\n".join(word_parts(source))
    raw = built(source).read_bytes().decode(source.settings.get("encoding", "utf-8"))
    return re.sub(r"<[^>]+>", "", raw) if source.format == "html" else raw


def test_the_corpus_is_large_and_varied() -> None:
    assert len(SOURCES) >= 32
    assert {source.format for source in SOURCES} == WRITERS.keys()
    assert len({source.settings["body"] for source in SOURCES}) >= 30


@each
def test_label_file_is_that_of_the_source(source: Source) -> None:
    assert (CORPUS / f"{source.name}.json").read_bytes() == labels(source)


# The bytes of PDF and Word files depend on the version of the library that writes them.
@pytest.mark.parametrize(
    "source",
    [s for s in SOURCES if s.format not in {"pdf", "docx"}],
    ids=lambda source: source.name,
)
def test_plain_documents_are_those_of_the_source(source: Source) -> None:
    assert built(source).read_bytes() == WRITERS[source.format](source)


@each
def test_records_stand_in_the_document(source: Source) -> None:
    whole = letters(printed(source))
    lost = [r["text"] for r in label_file(source)["records"] if not _stands(r["text"], whole)]
    assert not lost


def _stands(text: str, whole: str) -> bool:
    """Tell whether a text stands in the document, or its halves where a page end breaks it."""
    if letters(text) in whole:
        return True
    parts = [letters(part) for part in text.split()]
    return any(
        "".join(parts[:cut]) in whole and "".join(parts[cut:]) in whole
        for cut in range(1, len(parts))
    )


@each
def test_label_file_is_valid(source: Source) -> None:
    labelled = label_file(source)
    assert labelled["body"]
    assert re.fullmatch(rf"{DAY}|", labelled["date"])
    titles = {(item["number"], item["title"]) for item in labelled["items"]}
    for record in labelled["records"]:
        assert record.keys() == KEYS
        assert record["kind"] in KINDS
        assert record["status"] in STATUSES
        assert len(record["responsible"]) == len(record["responsible_org"])
        assert DEADLINE.fullmatch(record["deadline"]), record
        assert bool(record["deadline"]) == bool(record["deadline_text"]), record
        assert record["source"] == "lijst" or not titles or _item(record) in titles | {("", "")}


def _item(record: dict[str, Any]) -> tuple[str, str]:
    return record["item"]["number"], record["item"]["title"]


@each
def test_groups_join_two_records_or_more(source: Source) -> None:
    groups = [r["group"] for r in label_file(source)["records"] if r["group"]]
    assert not [group for group in groups if groups.count(group) < 2]


@each
def test_no_document_is_longer_than_four_pages(source: Source) -> None:
    if source.format == "pdf":
        assert len(pages(source)) <= 4
    assert len(words(source.text).split()) < 4 * 500


@each
def test_no_name_stands_twice_in_the_tree(source: Source) -> None:
    beside = [path for path in CORPUS.glob(f"{source.name}.*") if path.suffix != ".json"]
    assert beside == [built(source)]
