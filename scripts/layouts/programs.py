"""Runs the programs that make PDFs: LibreOffice, Chromium, LaTeX, Tesseract."""

import subprocess
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium

_DOTS = 150


def made(name: str, content: bytes, *command: str, result: str = "") -> bytes:
    """Write a file, run a program on it, and return what it made.

    Parameters
    ----------
    name
        Name of the file; in the command ``{}`` stands for its path.
    result
        Name of the file that the program makes; of the first one with ``.pdf`` when not given.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        filled = [part.replace("{}", str(path)).replace("{dir}", folder) for part in command]
        found = subprocess.run(filled, cwd=folder, check=True, capture_output=True, timeout=120)
        file = path.with_suffix(".pdf")
        return file.read_bytes() if file.exists() else found.stdout


def libreoffice(document: bytes, name: str) -> bytes:
    """Print a document with LibreOffice."""
    profile = "-env:UserInstallation=file://{dir}/profile"
    to_pdf = ("--headless", "--convert-to", "pdf", "--outdir", "{dir}", "{}")
    return made(name, document, "soffice", profile, *to_pdf)


def browser(page: str) -> bytes:
    """Print a page with Chromium."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    output = "--print-to-pdf={dir}/page.pdf"
    return made("page.html", page.encode(), "chromium", *options, output, "{}")


def pdflatex(document: str) -> bytes:
    """Set a document with LaTeX, twice as its tables ask."""
    twice = "pdflatex -interaction=batchmode {} && pdflatex -interaction=batchmode {}"
    return made("minutes.tex", document.encode(), "sh", "-c", twice)


def scanned(pdf: bytes) -> bytes:
    """Return the pages of a PDF as images with the layer of words that Tesseract recognises."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        pages = [
            page.render(scale=_DOTS / 72, grayscale=True).to_pil().convert("1") for page in document
        ]
    with TemporaryDirectory() as folder:
        image = Path(folder) / "scan.tiff"
        pages[0].save(
            image, save_all=True, append_images=pages[1:], dpi=(_DOTS, _DOTS), compression="group4"
        )
        command = ("tesseract", "{}", "{dir}/scan", "-l", "nld", "--dpi", str(_DOTS), "pdf")
        return made("scan.tiff", image.read_bytes(), *command)
