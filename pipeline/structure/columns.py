"""Tells what the columns of a list table hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from pipeline.structure.dates import find_dates
from pipeline.structure.people import is_name
from pipeline.structure.words import group_of, plain, word_set
from pipeline.types import Kind

_IDENTIFIER = re.compile(r"[A-Za-z]{0,6}[\s.-]?\d[\w./-]{0,11}\.?")
_TWO_THINGS = re.compile(r"\s*[/(&]\s*|\s+en\s+")
_NUMBER_SIGNS = ("#", "№")
_CHECK_ROWS = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """The place of each column, by meaning; `decision` is a bare ruling beside its proposal.

    The cells of a `mixed` task column hold rulings and tasks. `width` is the number of columns
    of a heading row, 0 without one.
    """

    places: dict[str, int]
    task: int
    kind: Kind | None = None
    decision: int | None = None
    mixed: bool = False
    width: int = 0

    def cell(self, cells: Sequence[str], meaning: str) -> str:
        """Return the words of a row's cell, or an empty string."""
        place = self.places.get(meaning)
        return cells[place].strip() if place is not None and place < len(cells) else ""


def from_header(cells: Sequence[str]) -> Columns | None:
    """Read the columns from a heading row; None when the row heads no list.

    Examples
    --------
    >>> from_header(["Nr", "Actie", "Wie", "Wanneer"]).places
    {'identifier': 0, 'owner': 2, 'due': 3}
    >>> from_header(["Actie", "Wie", "Voor"]).places
    {'owner': 1, 'due': 2}
    >>> from_header(["Actie", "Verantwoordelijke(n)", "Deadline / Opmerking"]).places
    {'owner': 1, 'due': 2}
    """
    meanings = [_meaning(cell) for cell in cells]
    tasks = [i for i, meaning in enumerate(meanings) if meaning == "task"]
    places = _places(cells, meanings)
    if not tasks or _unknown(cells, meanings) > len(cells) / 2:
        return None
    task = min(tasks, key=lambda i: (_weakness(cells[i]), i))
    kind = _kind(cells[task])
    described = next((i for i in tasks if i != task and _kind(cells[i]) is not Kind.ACTIE), None)
    if kind is Kind.BESLUIT and described is None and plain(cells[0]) in _subjects():
        described = 0
    if kind is Kind.BESLUIT and any(_kind(cell) is Kind.ACTIE for cell in cells):
        places = {m: place for m, place in places.items() if m not in ("owner", "due")}
    if kind is Kind.BESLUIT and described is not None:
        return Columns(places, described, kind, task, width=len(cells))
    mixed = plain(cells[task]) in word_set("columns.toml", "mixed", "words")
    if len(tasks) + len(places) < 2 or not (places.keys() - {"origin", "note"} or kind or mixed):
        return None
    return Columns(places, task, kind, mixed=mixed, width=len(cells))


def _places(cells: Sequence[str], meanings: Sequence[str]) -> dict[str, int]:
    """Return the first place of each meaning but the task's, from left to right."""
    places = {m: i for i, m in reversed(list(enumerate(meanings))) if m and m != "task"}
    if "due" not in places and (place := _second_owner(cells, meanings)):
        places["due"] = place
    return dict(sorted(places.items(), key=lambda pair: pair[1]))


def _subjects() -> frozenset[str]:
    """Return the heads of a first column that holds the agenda item, with its title or without."""
    return word_set("columns.toml", "strength", "subjects")


def tasks_beside(cells: Sequence[str]) -> Columns | None:
    """Read the columns of the tasks that a heading row has beside its rulings.

    Examples
    --------
    >>> beside = tasks_beside(["Punt", "Besluit", "Actie", "Wie"])
    >>> beside.task if beside else None
    2
    """
    rulings = from_header(cells)
    if rulings is None or rulings.kind is not Kind.BESLUIT:
        return None
    place = next((i for i, cell in enumerate(cells) if _kind(cell) is Kind.ACTIE), None)
    if place is None:
        return None
    places = _places(cells, [_meaning(cell) for cell in cells])
    return Columns(places, place, Kind.ACTIE, width=len(cells))


def _meaning(cell: str) -> str:
    """Return what a heading cell says that its column holds; of two things the first."""
    if cell.strip() in _NUMBER_SIGNS:
        return "identifier"
    parts = (cell, *_TWO_THINGS.split(cell))
    return next(filter(None, (group_of("columns.toml", "columns", part) for part in parts)), "")


def _second_owner(cells: Sequence[str], meanings: Sequence[str]) -> int | None:
    """Return the place of ``Voor`` beside ``Wie``: there it says by when."""
    owners = [i for i, meaning in enumerate(meanings) if meaning == "owner"]
    due = word_set("columns.toml", "strength", "due_beside_owner")
    return next((i for i in owners[1:] if plain(cells[i]) in due), None)


def _unknown(cells: Sequence[str], meanings: Sequence[str]) -> int:
    return sum(bool(cell.strip()) and not m for cell, m in zip(cells, meanings, strict=True))


def _weakness(cell: str) -> int:
    words = plain(cell)
    if words in word_set("columns.toml", "strength", "strong"):
        return 0
    return 2 if words in word_set("columns.toml", "strength", "weak") else 1


def _kind(cell: str) -> Kind | None:
    words = plain(cell)
    return next((k for k in Kind if words in word_set("columns.toml", "kinds", k.value)), None)


def inferred(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Guess the columns of a table without heading row from what its cells look like."""
    width = max((len(row) for row in rows), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in rows[:_CHECK_ROWS]]
    columns = [[row[i].strip() for row in rows if row[i].strip()] for i in range(width)]
    sizes = [mean([len(cell) for cell in cells] or [0]) for cells in columns]
    if not sizes or max(sizes) < 8:
        return None
    task = sizes.index(max(sizes))
    places: dict[str, int] = {}
    for i, cells in enumerate(columns):
        meaning = _guess(cells) if i != task and cells else ""
        if meaning:
            places.setdefault(meaning, i)
    return Columns(places, task)


def _guess(cells: Sequence[str]) -> str:
    """Return the meaning that more than half of a column's cells share."""
    tests = {
        "status": is_status,
        "due": lambda cell: bool(find_dates(cell)),
        "identifier": lambda cell: _IDENTIFIER.fullmatch(cell) is not None,
        "owner": is_owner,
    }
    for meaning, test in tests.items():
        if sum(map(test, cells)) > len(cells) / 2:
            return meaning
    return ""


def is_status(text: str) -> bool:
    """Tell whether a cell is a word for how far a task is."""
    return plain(text) in word_set("columns.toml", "cells", "status")


def is_owner(text: str) -> bool:
    """Tell whether a text names people or bodies and nothing else.

    Examples
    --------
    >>> is_owner("Frank/Han"), is_owner("allen"), is_owner("Frank stuurt de notitie")
    (True, True, False)
    """
    parts = [p.strip(" *_.") for p in re.split(r"[,/&+;]|\s+en\s+|\s\+\s", text) if p.strip(" *_.")]
    return 0 < len(parts) <= 8 and all(_is_owner_part(part) for part in parts)


def _is_owner_part(part: str) -> bool:
    if plain(part) in word_set("columns.toml", "cells", "owners"):
        return True
    words = part.split()
    particles = word_set("attendance.toml", "titles", "particles")
    named = all(w[:1].isupper() or plain(w) in particles for w in words)
    return is_name(part) and len(words) <= 5 and named
