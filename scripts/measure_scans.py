"""Measures text recognition: the PDFs of the sample corpus as scans, against their own text.

Writes the scans (each page an image, straight, skewed, on its side, noisy, coarse) with their
labels into a folder, so that ``besluitvinder evaluate --gold FOLDER/skewed`` can judge what is
found in them, and prints word and character error rates as a table.

    python scripts/measure_scans.py out/scans
"""

import argparse
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from rapidfuzz.distance import Levenshtein

from pipeline.reading import Recogniser, read
from pipeline.types import Document

CORPUS = Path(__file__).parent.parent / "corpus"
DOTS, COARSE = 200, 130


def noisy(image: Image.Image) -> Image.Image:
    """Strew dust over a page and blur it a little, as an old copier does."""
    chance = random.Random(image.width)
    for _ in range(image.width * image.height // 1500):
        place = (chance.randrange(image.width - 2), chance.randrange(image.height - 2))
        side = chance.randrange(1, 3)
        image.paste(chance.randrange(256), (*place, place[0] + side, place[1] + side))
    return image.filter(ImageFilter.GaussianBlur(0.8))


CONDITIONS: dict[str, tuple[int, Callable[[Image.Image], Image.Image]]] = {
    "straight": (DOTS, lambda image: image),
    "skewed": (DOTS, lambda image: image.rotate(1.7, fillcolor=255, resample=Image.BICUBIC)),
    "on its side": (DOTS, lambda image: image.rotate(90, expand=True)),
    "noisy": (DOTS, noisy),
    "coarse": (COARSE, lambda image: image),
}
"""How each kind of scan is made of the image of a page: dots to an inch, and what is done."""


def scanned(path: Path, condition: str) -> bytes:
    """Return a PDF whose pages are images of those of another."""
    dots, change = CONDITIONS[condition]
    with closing(pdfium.PdfDocument(path)) as pdf:
        pages = [
            change(page.render(scale=dots / 72, grayscale=True).to_pil().convert("L"))
            for page in pdf
        ]
    buffer = BytesIO()
    pages[0].save(buffer, "PDF", resolution=dots, save_all=True, append_images=pages[1:])
    return buffer.getvalue()


def words(document: Document) -> list[str]:
    """Return the words of a document, with the numbers before its items."""
    return " ".join(f"{block.marker} {block.text}" for block in document.blocks).split()


def measured(folder: Path, condition: str, recogniser: Recogniser) -> Iterator[tuple[int, ...]]:
    """Yield words, errors and lost words of each document, and write its scan and labels."""
    for source in sorted(CORPUS.glob("*.pdf")):
        path = folder / condition.replace(" ", "-") / source.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(scanned(source, condition))
        shutil.copy(source.with_suffix(".json"), path.with_suffix(".json"))
        wanted, found = words(read(source)), words(read(path, recogniser=recogniser))
        lost = (Counter(wanted) - Counter(found)).total()
        yield (len(wanted), Levenshtein.distance(found, wanted), lost)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="Folder for the scans.")
    folder = parser.parse_args().folder
    recogniser = Recogniser()
    print("| scan | words | word error rate | words lost |\n|---|---|---|---|")
    for condition in CONDITIONS:
        counts = zip(*measured(folder, condition, recogniser), strict=True)
        total, errors, missing = map(sum, counts)
        print(
            f"| {condition} | {total} | {errors / total:.1%} | {missing / total:.1%} |", flush=True
        )


if __name__ == "__main__":
    main()
