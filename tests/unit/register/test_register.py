"""The register: who is meant by a name, on a day."""

from datetime import date

import pytest

from pipeline.register import Register

REGISTER = Register.load()
BZK = "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("BZK", None, BZK),
        ("MBZK", date(2022, 3, 8), BZK),
        ("Min BZK", date(2022, 3, 8), BZK),
        ("Ministerie van BZK", None, BZK),
        ("het ministerie van Binnenlandse Zaken en Koninkrijksrelaties", None, BZK),
        ("DGM", date(2022, 3, 8), "Ministerie van Justitie en Veiligheid"),
        ("VenJ", date(2014, 6, 1), "Ministerie van Veiligheid en Justitie"),
        ("EZK", date(2020, 5, 1), "Ministerie van Economische Zaken en Klimaat"),
        ("LNV", date(2020, 5, 1), "Ministerie van Landbouw, Natuur en Voedselkwaliteit"),
        ("IPO", None, "Interprovinciaal Overleg"),
        ("Aedes", None, "Aedes"),
        ("COA", None, "Centraal Orgaan opvang asielzoekers"),
        ("gemeente Rotterdam", None, "Gemeente Rotterdam"),
        ("gem. Rotterdam", None, "Gemeente Rotterdam"),
        ("waterschap Rivierenland", None, "Waterschap Rivierenland"),
        ("provincie Gelderland", None, "Provincie Gelderland"),
    ],
)
def test_name_is_found(name: str, on: date | None, expected: str) -> None:
    found = REGISTER.find(name, on)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize("name", ["Frank", "Utrecht", "de voorzitter", "TO", "allen", "", "Berg"])
def test_what_is_no_organisation_by_itself_stays_open(name: str) -> None:
    assert REGISTER.find(name) is None


def test_identifier_is_a_whole_tooi_identifier() -> None:
    found = REGISTER.find("Gemeente Rotterdam")
    assert found is not None
    assert found.identifier == "https://identifier.overheid.nl/tooi/id/gemeente/gm0599"


def test_a_form_before_its_time_falls_back_on_the_one_body_that_had_it() -> None:
    found = REGISTER.find("AenM", date(2023, 1, 1))
    assert found is not None
    assert found.name == "Ministerie van Asiel en Migratie"
