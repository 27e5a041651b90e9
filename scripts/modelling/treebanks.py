"""Reads the UD treebanks into spaCy docs, and brings the one of 2017 up to the current scheme."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

_NO_SPACE_BEFORE = frozenset(".,;:!?)]»%…")
_NO_SPACE_AFTER = frozenset("([«")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank; `head` counts from 1, 0 is the root; `dep` empty is unknown."""

    form: str
    lemma: str
    pos: str
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


def _word(row: list[str]) -> Word:
    return Word(
        form=row[1],
        lemma=_plain_lemma(row[1], row[2]),
        pos=row[3],
        morph=row[5],
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


def modernise(sentences: Iterable[Sentence], rules_file: Path) -> Iterator[Sentence]:
    """Yield 2017 sentences in today's scheme, without those that changed too deeply.

    The file has no `SpaceAfter`: spaces are put back by rule. The heads of punctuation follow
    another convention, so they are left unknown.
    """
    rules = tomllib.loads(rules_file.read_text(encoding="utf-8"))
    dropped = frozenset(rules["woorden"]["weglaten_bij_lemma"])
    for sentence in sentences:
        if dropped.isdisjoint(word.lemma for word in sentence):
            words = _move_conjunctions([_modern_word(word, rules) for word in sentence])
            yield _with_spaces(words)


def _modern_word(word: Word, rules: dict[str, Any]) -> Word:
    low = word.form.lower()
    dep = rules["relaties"].get(word.dep, word.dep)
    morph = "|".join(rules["kenmerken"].get(f, f) for f in word.morph.split("|"))
    if word.pos == "DET" and low in rules["bezittelijk"]:
        morph = f"Person={rules['bezittelijk'][low]}|Poss=Yes|PronType=Prs"
        return replace(word, pos="PRON", dep="nmod:poss", morph=morph)
    if word.pos == "NUM" and re.match(rules["woorden"]["rangtelwoord"], low):
        return replace(word, pos="ADJ", dep="amod" if dep == "nummod" else dep)
    if word.dep == "punct":
        dep = ""
    pos = rules["woorden"]["soort"].get(low, word.pos)
    return replace(word, pos=pos, dep=dep, morph=morph)


def _move_conjunctions(words: list[Word]) -> list[Word]:
    """Hang a coordinator under the conjunct that follows it, no longer under the first one."""
    for place, word in enumerate(words):
        if word.dep == "cc":
            after = range(place + 1, len(words))
            conjuncts = (n for n in after if (words[n].dep, words[n].head) == ("conj", word.head))
            if (conjunct := next(conjuncts, None)) is not None:
                words[place] = replace(word, head=conjunct + 1)
    return words


def _with_spaces(words: list[Word]) -> Sentence:
    followers = [word.form for word in words[1:]] + [" "]
    return tuple(
        replace(word, space=word.form not in _NO_SPACE_AFTER and after not in _NO_SPACE_BEFORE)
        for word, after in zip(words, followers, strict=True)
    )


def make_docs(sentences: Iterable[Sentence], vocab: Vocab, size: int) -> Iterator[Doc]:
    """Yield docs of `size` sentences each."""
    group: list[Sentence] = []
    for sentence in sentences:
        group.append(sentence)
        if len(group) == size:
            yield _make_doc(group, vocab)
            group = []
    if group:
        yield _make_doc(group, vocab)


def _make_doc(group: list[Sentence], vocab: Vocab) -> Doc:
    words = [word for sentence in group for word in sentence]
    starts = [number == 0 for sentence in group for number in range(len(sentence))]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[
            word.space or number == len(sentence) - 1
            for sentence in group
            for number, word in enumerate(sentence)
        ],
        pos=[word.pos for word in words],
        morphs=["" if word.morph == "_" else word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=list(_heads(group)),
        deps=["ROOT" if word.dep == "root" else word.dep for word in words],
        sent_starts=starts,
    )


def _heads(group: list[Sentence]) -> Iterator[int]:
    offset = 0
    for sentence in group:
        for number, word in enumerate(sentence):
            yield offset + (word.head - 1 if word.head else number)
        offset += len(sentence)
