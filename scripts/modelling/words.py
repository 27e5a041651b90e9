"""Words and sentences of a treebank, and how they are read from CoNLL-U."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank.

    `head` counts from 1, 0 is the root; `dep` and `tag` are empty where unknown.
    """

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


Sentence = tuple[Word, ...]


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; empty nodes are left out."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        words = tuple(_word(row) for row in rows if row[0].isdigit())
        if words:
            yield words


def forms(sentence: Sentence) -> tuple[str, ...]:
    """Return the words as written, by which two versions of a sentence are recognised."""
    return tuple(word.form for word in sentence)


def _word(row: list[str]) -> Word:
    return Word(
        form=row[1],
        lemma=_plain_lemma(row[1], row[2]),
        pos=row[3],
        tag="" if row[4] == "_" else row[4],
        morph="" if row[5] == "_" else row[5],
        head=int(row[6]),
        dep=row[7],
        space="SpaceAfter=No" not in row[9],
    )


def _plain_lemma(form: str, lemma: str) -> str:
    """Join compound lemmas; a particle that stands elsewhere is left off (``ging``: ``gaan``)."""
    first, separator, rest = lemma.partition("_")
    if separator and not form.lower().startswith(first.lower()):
        return rest.replace("_", "")
    return lemma.replace("_", "") or lemma
