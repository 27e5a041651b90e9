"""Gold labels: one JSON file beside each source file, with the same stem."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

SUFFIXES = (".pdf", ".docx", ".odt", ".md", ".html", ".htm", ".txt")
"""Suffixes of source files; of two with the stem of a label file the first of these is taken."""


class GoldError(ValueError):
    """A label file cannot be read; the message names the file and the reason."""


@dataclass(frozen=True, slots=True)
class GoldItem:
    """An agenda item: number as printed (may be empty) and title."""

    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """A labelled decision record; records with one `group` (not 0) state the same decision."""

    text: str
    kind: str
    item: GoldItem
    responsible: tuple[str, ...] = ()
    responsible_org: tuple[str, ...] = ()
    deadline_text: str = ""
    deadline: str = ""
    status: str = ""
    source: str = ""
    group: int = 0


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """The labels of one document; `source` is its source file, None where it is absent."""

    name: str
    source: Path | None
    body: str
    date: str
    items: tuple[GoldItem, ...]
    records: tuple[GoldRecord, ...]


def load(folder: Path) -> tuple[GoldDocument, ...]:
    """Read all label files under `folder`, ordered by path.

    Raises
    ------
    GoldError
        If the folder holds no label file, or one of them is no label file.
    """
    labels = sorted(folder.rglob("*.json"))
    if not labels:
        raise GoldError(f"{folder}: no label files (*.json) here; give the folder that holds them")
    return tuple(read(path) for path in labels)


def read(path: Path) -> GoldDocument:
    """Read one label file.

    Raises
    ------
    GoldError
        If it is no JSON, or lacks the fields of a label file.
    """
    try:
        return _document(path, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: cannot be read as a label file: {error}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: not a label file: {error!r} is missing or misshapen") from error


def _document(path: Path, labels: Mapping[str, Any]) -> GoldDocument:
    return GoldDocument(
        name=path.stem,
        source=_source(path),
        body=labels.get("body") or "",
        date=labels.get("date") or "",
        items=tuple(_item(item) for item in labels.get("items", [])),
        records=tuple(_record(record) for record in labels["records"]),
    )


def _source(path: Path) -> Path | None:
    beside = (path.with_name(path.stem + suffix) for suffix in SUFFIXES)
    return next((source for source in beside if source.is_file()), None)


def _item(item: Mapping[str, Any] | None) -> GoldItem:
    item = item or {}
    return GoldItem(str(item.get("number") or ""), str(item.get("title") or ""))


_LISTS = ("responsible", "responsible_org")


def _record(record: Mapping[str, Any]) -> GoldRecord:
    names = [field.name for field in fields(GoldRecord)]
    known = {name: record[name] for name in names if record.get(name) is not None}
    known["item"] = _item(known.get("item"))
    for name in _LISTS:
        known[name] = tuple(known.get(name, ()))
    return GoldRecord(**known)
