"""Puts the training data of the built-in model together."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, DocBin

from modelling.distant_entities import Labeller, attendance, build_gazetteer
from modelling.treebanks import Sentence, make_docs, modernise, read_conllu

# of the current treebanks every so many docs one is held out to stop training in time
HELD_OUT = 12
# sentences per doc of running text
RUNNING = 4
WORDS_PER_CHUNK = 120
RULES = Path(__file__).parents[2] / "models"

Label = dict[str, Any]


def write_corpus(resources: Path, gold: Path, output: Path) -> None:
    """Write ``train/`` and ``dev/`` with .spacy files of the treebanks and the minutes."""
    nlp = spacy.blank("nl")
    minutes = list(_read_gold(gold / "train"))
    labeller = make_labeller(nlp, resources, minutes)
    for name, sentences, size in _parts(resources):
        docs = make_docs(sentences, nlp.vocab, size)
        _write(output / f"{name}.spacy", map(labeller.label, docs))
    chunks = (_chunks(nlp, labeller, text, label) for text, label in minutes)
    _write(output / "train" / "minutes.spacy", chain.from_iterable(chunks))


def _parts(resources: Path) -> Iterator[tuple[str, list[Sentence], int]]:
    """Yield name, sentences and sentences per doc of each part.

    The sentences in today's scheme come twice: alone, as the sentence rules hand them to the
    parser, and in running text, so that the model can find sentences without the rules.
    """
    new, old = _trees(resources)
    held_out = [s for n, s in enumerate(new) if n // RUNNING % HELD_OUT == 0]
    kept = [s for n, s in enumerate(new) if n // RUNNING % HELD_OUT]
    yield "dev/treebanks", held_out, 1
    yield "train/sentences", kept, 1
    yield "train/running", kept, RUNNING
    yield "train/sentences-2017", old, 1


def make_labeller(nlp: Language, resources: Path, minutes: list[tuple[str, Label]]) -> Labeller:
    """Make the labeller from the registers and the attendance lists of the given minutes."""
    rules_file = RULES / "entities.toml"
    rules = tomllib.loads(rules_file.read_text(encoding="utf-8"))
    names = attendance((label for _, label in minutes), rules, least=2)
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    texts = (text for text, _ in minutes)
    known = build_gazetteer(rules_file, resources / "registers", names, texts, tokenizer)
    return Labeller(known, tokenizer)


def _read_gold(folder: Path) -> Iterator[tuple[str, Label]]:
    """Yield plain text and labels of each document."""
    for path in sorted(folder.glob("*.json")):
        text = folder.with_name(f"{folder.name}_text") / f"{path.stem}.txt"
        yield text.read_text(encoding="utf-8"), json.loads(path.read_text(encoding="utf-8"))


def read_dev(gold: Path) -> list[tuple[str, Label]]:
    """Return text and labels of the documents kept for measuring."""
    return list(_read_gold(gold / "dev"))


def _trees(resources: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences in today's scheme, and those of 2017 that are in no other file."""
    lassy, alpino = resources / "treebanks/ud-lassysmall", resources / "treebanks/ud-alpino"
    new = list(
        chain(
            read_conllu(lassy / "nl_lassysmall-ud-dev.conllu"),
            read_conllu(alpino / "nl_alpino-ud-dev.conllu"),
        )
    )
    tests = (*lassy.glob("*-test.conllu"), *alpino.glob("*-test.conllu"))
    test_sentences = chain.from_iterable(map(read_conllu, tests))
    seen = {_forms(sentence) for sentence in chain(new, test_sentences)}
    old = modernise(
        chain.from_iterable(map(read_conllu, lassy.glob("*-train*.conllu"))),
        RULES / "treebank_2017.toml",
    )
    return new, [sentence for sentence in old if _forms(sentence) not in seen]


def _forms(sentence: Sentence) -> tuple[str, ...]:
    return tuple(word.form for word in sentence)


def _chunks(nlp: Language, labeller: Labeller, text: str, label: Label) -> Iterator[Doc]:
    names = attendance([label], labeller.known.rules)
    for chunk in chunks_of(text):
        yield labeller.label(nlp.make_doc(chunk), names)


def chunks_of(text: str) -> Iterator[str]:
    """Cut a text at line ends into stretches of some `WORDS_PER_CHUNK` words, without mark-up."""
    clean = re.sub(r"[*_#`]+|\{\{.*?\}\}|<[^>]*>", " ", text)
    lines: list[str] = []
    for line in (" ".join(line.split()) for line in clean.splitlines()):
        if line:
            lines.append(line)
        if sum(map(_word_count, lines)) >= WORDS_PER_CHUNK:
            yield "\n".join(lines)
            lines = []
    if lines:
        yield "\n".join(lines)


def _word_count(line: str) -> int:
    return line.count(" ") + 1


def _write(path: Path, docs: Iterable[Doc]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
