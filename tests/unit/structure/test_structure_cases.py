"""Small Dutch cases for the readers of dates, bullets, columns and headings."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.markdown import read_markdown
from pipeline.reading.text import read_text
from pipeline.structure import parse
from pipeline.structure.bullets import cut_bullet
from pipeline.structure.columns import from_header
from pipeline.structure.dates import find_dates
from pipeline.structure.headings import role_of
from pipeline.structure.people import people

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("structure_cases.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["date"], ids=lambda case: case["why"])
def test_dates(case: dict[str, Any]) -> None:
    assert [m.day.isoformat() for m in find_dates(case["text"])] == case["found"]


@pytest.mark.parametrize("case", CASES["bullet"], ids=lambda case: case["why"])
def test_bullets(case: dict[str, Any]) -> None:
    cut = cut_bullet(case["text"], frozenset(case.get("names", [])))
    assert case["text"][cut.start : cut.end] == case["task"]
    assert (cut.owner, cut.due) == (case["owner"], case.get("due", ""))
    assert (cut.identifier, cut.status) == (case.get("identifier", ""), case.get("status", ""))


@pytest.mark.parametrize("case", CASES["header"], ids=lambda case: case["why"])
def test_columns(case: dict[str, Any]) -> None:
    columns = from_header(case["cells"])
    if case.get("none"):
        assert columns is None
        return
    assert columns is not None
    assert (columns.places, columns.task) == (case["places"], case["task"])
    assert (columns.kind, columns.decision) == (case.get("kind"), case.get("decision"))


@pytest.mark.parametrize("case", CASES["role"], ids=lambda case: case["title"])
def test_roles_of_headings(case: dict[str, Any]) -> None:
    assert role_of(case["title"]) == case["role"]


@pytest.mark.parametrize("case", CASES["body"], ids=lambda case: case["why"])
def test_name_of_the_body(case: dict[str, Any]) -> None:
    assert parse(read_markdown(case["text"], case["name"])).body == case["body"]


@pytest.mark.parametrize("case", CASES["items"], ids=lambda case: case["why"])
def test_agenda_items(case: dict[str, Any]) -> None:
    items = parse(read_markdown(case["text"], "x.md")).items
    assert [[item.number, item.title] for item in items] == case["items"]


@pytest.mark.parametrize("case", CASES["list"], ids=lambda case: case["why"])
def test_rows_of_lists(case: dict[str, Any]) -> None:
    lists = parse(read_markdown(case["text"], "x.md")).lists
    assert [[row.task, row.owner] for table in lists for row in table.rows] == case["rows"]


@pytest.mark.parametrize("case", CASES["people"], ids=lambda case: case["why"])
def test_attendance(case: dict[str, Any]) -> None:
    found = parse(read_markdown(case["text"], "x.md")).attendees
    assert [[person.name, person.organisation] for person in found] == case["people"]


LETTERS = """\
Verslag werkgroep Proef 2 mei 2024

1. Opening

Geen mededelingen vandaag, iedereen is er weer en heeft de stukken op tijd gekregen.

2. Vooruitblik
   a. Portaal

Het portaal gaat in juni open voor alle partijen die zich hebben aangemeld.

   b. Werkgroepen

De werkgroepen gaan door zoals zij waren, met dezelfde leden en in hetzelfde ritme.

3. Rondvraag

Niemand heeft iets voor de rondvraag en de voorzitter sluit de vergadering af.
"""


def test_letters_below_a_number_are_items_where_text_follows_each() -> None:
    items = parse(read_text(LETTERS, "x.txt")).items
    assert [i.number for i in items] == ["1", "2", "a", "b", "3"]


VOTES = """\
# Notulen raad Lindewijk 2 mei 2024

Aan de orde is:

A. Nota groen in de wijken

Mevrouw Bos (Groen). Voorzitter. Wij zijn hier blij mee.

Aan de orde is:

B. Afvaldebat

De heer Kok (VVD). Voorzitter. Wij niet.

- Nota groen in de wijken.

In stemming komt de nota.

- Afvaldebat.

In stemming komt motie B.1.
"""


def test_votes_at_the_end_stand_under_the_item_that_they_come_back_to() -> None:
    minutes = parse(read_markdown(VOTES, "x.md"))
    places = {b.text: i for i, b in enumerate(minutes.document.blocks)}
    found = [
        minutes.item_at(places[text])
        for text in ("In stemming komt de nota.", "In stemming komt motie B.1.")
    ]
    assert [(item.number, item.again) for item in found if item] == [("A", True), ("B", True)]
    assert [i.number for i in minutes.items if not i.again] == ["A", "B"]


@pytest.mark.parametrize("case", CASES["date_choice"], ids=lambda case: case["why"])
def test_choice_of_date(case: dict[str, Any]) -> None:
    found = parse(read_markdown(case["text"], case["name"])).date
    assert (found.isoformat() if found else "") == case["date"]


@given(st.dates(min_value=date(1951, 1, 1), max_value=date(2099, 12, 31)))
def test_every_iso_date_is_found(day: date) -> None:
    assert [m.day for m in find_dates(f"op {day.isoformat()} gehouden")] == [day]


NAMES = st.from_regex(r"[A-Z][a-z]{2,8} (van )?[A-Z][a-z]{2,8}", fullmatch=True)
HOMES = st.sampled_from(["VNG", "Kadaster", "Ministerie van BZK", ""])


@given(st.lists(st.tuples(NAMES, HOMES), min_size=1, max_size=6))
def test_names_with_organisations_come_back(entries: list[tuple[str, str]]) -> None:
    line = ", ".join(f"{name} ({home})" if home else name for name, home in entries)
    assert [(a.name, a.organisation) for a in people(line)] == entries


LINES = st.sampled_from(
    [
        *("# Verslag", "## 1. Opening", "## Actiepunten", "**Besluit**", "Aanwezig: Jan (VNG)"),
        *("- Jan: mailt", "1. Punt", "| Nr | Actie | Wie |", "|--|--|--|", "| 1 | iets | Jan |"),
        *(
            "Gewone tekst over iets.",
            "",
            "Bijlage",
            "4a",
            "| | | |",
            "  - dieper",
            "Datum: 1-1-2024",
        ),
    ]
)


@given(st.lists(LINES, max_size=25))
def test_any_order_of_lines_gives_bounded_items_and_rows(lines: list[str]) -> None:
    document = read_markdown("\n".join(lines), "x.md")
    minutes = parse(document)
    size = len(document.blocks)
    assert all(0 <= item.first < item.last <= size for item in minutes.items)
    assert [i.first for i in minutes.items] == sorted(i.first for i in minutes.items)
    assert all(0 <= block < size for block in minutes.skipped)
    for table in minutes.lists:
        assert 0 <= table.first < table.last <= size
        for row in table.rows:
            assert document.text[row.start : row.end] == row.task != ""


COUNCIL = """\
Agenda

A. Opening

B. Ingekomen stukken

Aan de orde is:

A. **Opening**

De voorzitter opent de vergadering en deelt mee wie afwezig is.

B. **Ingekomen stukken**

De raad besluit zoals bij de nummers staat.

# Brieven

De brieven zijn voor kennisgeving aangenomen.

# Zienswijzen

De zienswijzen gaan naar het college.

C. **Hamerstukken**

C.1 Nota parkeren (wethouder De Lange)

C.2 Nota groen

Deze voorstellen worden zonder stemming aangenomen.

D. **Sluiting**

De voorzitter sluit de vergadering.
"""


def test_numbered_lines_carry_the_items_of_a_pdf_with_large_type() -> None:
    # In a PDF large type alone makes a heading, so a longer run of numbers counts for more.
    document = replace(read_markdown(COUNCIL, "notulen.pdf"), format="pdf")
    items = parse(document).items
    assert [(i.number, i.title) for i in items] == [
        ("A", "Opening"),
        ("B", "Ingekomen stukken"),
        ("C", "Hamerstukken"),
        ("C.1", "Nota parkeren"),
        ("C.2", "Nota groen"),
        ("D", "Sluiting"),
    ]


def test_time_grows_with_the_length_only() -> None:
    part = "## {0}. Punt\n\n- Jan: mailt\n\n1. een\n2. twee\n\n### Actiepunten\n\n- Jan: belt"
    minutes = parse(read_markdown("\n\n".join(part.format(i) for i in range(1, 401)), "x.md"))
    assert len(minutes.items) == 400
    assert sum(len(table.rows) for table in minutes.lists) == 400
