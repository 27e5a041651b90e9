"""Blocks, their order, cells and agenda items of layouts made by different producers."""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import read

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "scripts"))

from measure_reading import LAYOUTS, MEASURES, measured  # noqa: E402

SETTINGS = tomllib.loads((LAYOUTS / "layouts.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SETTINGS)
def test_layout_is_read_as_its_gold_tells(name: str) -> None:
    """All is right, save where the settings of the layout say how much is."""
    asked: dict[str, Any] = SETTINGS[name]
    path = LAYOUTS / f"{name}.{asked['format']}"
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found = measured(read(path), gold)
    least = dict.fromkeys(MEASURES, 1.0) | asked.get("right", {})
    short = {one: share for one, share in found.items() if share is not None and share < least[one]}
    assert not short


def test_there_are_layouts_of_many_producers() -> None:
    assert len({(asked["maker"], asked["format"]) for asked in SETTINGS.values()}) >= 10
