"""Trains floret vectors: small tables of word parts that also cover words never seen."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import floret
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from modelling.corpus import left_out, plain_lines
from pipeline.reading import ReadError, read

# small, since the text is: about a million words
_SETTINGS = {
    "model": "cbow",
    "mode": "floret",
    "hashCount": 2,
    "bucket": 20_000,
    "minn": 3,
    "maxn": 5,
    "dim": 48,
    "epoch": 8,
    "minCount": 3,
    "neg": 10,
    "lr": 0.05,
    "thread": 1,  # more threads would give other vectors each time
}


def write_text(minutes: Path, texts: Path, corpus: Path) -> None:
    """Write ``text.txt``: the words of minutes and treebanks, a line each, in small letters."""
    nlp = spacy.blank("nl")
    lines = dict.fromkeys(chain(_published(minutes), _texts(texts)))
    words = chain((nlp.make_doc(line) for line in lines if len(line) > 2), _trees(nlp, corpus))
    with (corpus / "text.txt").open("w", encoding="utf-8") as file:
        file.writelines(" ".join(token.lower_ for token in doc) + "\n" for doc in words)


def _published(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.suffix != ".tsv" and not left_out(path.name):
            try:
                yield from plain_lines(read(path).text)
            except ReadError:  # scans have no text to learn from
                continue


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        if not left_out(path.name):
            yield from plain_lines(path.read_text(encoding="utf-8"))


def _trees(nlp: Language, corpus: Path) -> Iterator[Doc]:
    for path in sorted((corpus / "syntax" / "train").glob("*.spacy")):
        yield from DocBin().from_disk(path).get_docs(nlp.vocab)


def train_vectors(text: Path, output: Path) -> None:
    """Write the table of vectors in the form that ``spacy init vectors --mode floret`` reads."""
    floret.train_unsupervised(str(text), **_SETTINGS).save_floret_vectors(str(output))
