"""Builds the layouts on which reading is measured: ``python scripts/build_layouts.py [NAME...]``.

Each table of ``tests/data/layouts/layouts.toml`` gives a document and, as JSON, what a reader must
find in it. LibreOffice, Chromium, pdflatex, Tesseract (with ``nld``) and typst must be installed.
"""

import json
import sys
import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from layouts import drawn
from layouts.gold import gold
from layouts.html import page
from layouts.latex import latex
from layouts.markdown import markdown
from layouts.programs import browser, libreoffice, pdflatex, scanned
from layouts.source import Block, parsed
from layouts.typeset import typeset
from layouts.word import word

LAYOUTS = Path(__file__).parents[1] / "tests" / "data" / "layouts"

MAKERS: Mapping[str, Callable[[list[Block], str], bytes]] = {
    "libreoffice": lambda blocks, style: libreoffice(word(blocks), "minutes.docx"),
    "docx": lambda blocks, style: word(blocks),
    "browser": lambda blocks, style: browser(page(blocks, style)),
    "html": lambda blocks, style: page(blocks, style).encode(),
    "md": lambda blocks, style: markdown(blocks).encode(),
    "latex": lambda blocks, style: pdflatex(latex(blocks)),
    "typst": lambda blocks, style: typeset(blocks),
    "scan": lambda blocks, style: scanned(libreoffice(word(blocks), "minutes.docx")),
    "latex-scan": lambda blocks, style: scanned(pdflatex(latex(blocks))),
    "turned": lambda blocks, style: drawn.turned(blocks),
    "disordered": lambda blocks, style: drawn.disordered(blocks),
    "spaced": lambda blocks, style: drawn.spaced(blocks),
}
"""How a layout is made of the blocks of its source and, for a browser, its style sheet."""


def settings() -> dict[str, dict[str, Any]]:
    """Return what is to be made, by name."""
    return tomllib.loads((LAYOUTS / "layouts.toml").read_text(encoding="utf-8"))


def build(only: Collection[str] = ()) -> None:
    """Build the layouts named, or all of them."""
    for name, asked in settings().items():
        if only and name not in only:
            continue
        blocks = parsed(LAYOUTS / "sources" / f"{asked['source']}.txt")
        made = MAKERS[asked["maker"]](blocks, asked.get("style", ""))
        file = LAYOUTS / f"{name}.{asked['format']}"
        file.write_bytes(made)
        wanted = json.dumps(gold(blocks, asked["format"] != "md"), ensure_ascii=False, indent=1)
        file.with_name(f"{name}.json").write_text(wanted + "\n", encoding="utf-8")
        print(f"{file.name}: {len(made):,} bytes", flush=True)


if __name__ == "__main__":
    build(sys.argv[1:])
