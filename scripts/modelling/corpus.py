"""Puts the training data of the built-in model together."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, DocBin

from modelling.distant_entities import Labeller, attendance, build_gazetteer, municipalities
from modelling.invented import Inventor, Stock, with_other_names, written_sentences
from modelling.treebanks import RUNNING, Trees, make_docs

WORDS_PER_CHUNK = 120
ASSETS = Path(__file__).parents[2] / "models" / "assets"
# how often each sentence of our own is filled with other names
ROUNDS = 40

Label = dict[str, Any]


def write_syntax(trees: Trees, output: Path) -> None:
    """Write ``syntax/train`` and ``syntax/dev``: classes, lemmas and trees of the treebanks.

    Today's sentences come in running text, so that the model can find their boundaries; those of
    2017, which are in no order, one by one, as the sentence rules hand them to the parser.
    """
    vocab = spacy.blank("nl").vocab
    _write(output / "syntax" / "dev" / "treebanks.spacy", make_docs(trees.held_out, vocab, 1))
    train = output / "syntax" / "train"
    _write(train / "running.spacy", make_docs(trees.kept, vocab, RUNNING))
    _write(train / "sentences-2017.spacy", make_docs(trees.old, vocab, 1))


def thin_syntax(corpus: Path, step: int) -> Path:
    """Write every `step`-th doc of ``syntax/train`` beside it; return where."""
    vocab = spacy.blank("nl").vocab
    thinned = corpus / "syntax" / f"train-{step}"
    for path in sorted((corpus / "syntax" / "train").glob("*.spacy")):
        docs = DocBin().from_disk(path).get_docs(vocab)
        _write(thinned / path.name, islice(docs, 0, None, step))
    return thinned


def write_names(trees: Trees, resources: Path, gold: Path, output: Path, seed: int) -> None:
    """Write ``names/train`` and ``names/dev``: names in treebanks, minutes and invented text."""
    nlp = spacy.blank("nl")
    minutes = list(read_gold(gold / "train"))
    labeller = make_labeller(nlp, resources, minutes)
    inventor = make_inventor(resources, labeller, seed)
    train = output / "names" / "train"
    sentences = make_docs([*trees.kept, *trees.old], nlp.vocab, 1)
    _write(train / "treebanks.spacy", map(labeller.label, sentences))
    labelled = list(chain.from_iterable(label_chunks(nlp, labeller, *pair) for pair in minutes))
    _write(train / "minutes.spacy", labelled)
    unseen = chain.from_iterable(
        label_chunks(nlp, labeller, *pair) for pair in read_gold(gold / "dev")
    )
    _write(output / "names" / "dev" / "minutes.spacy", unseen)
    _write(train / "minutes-renamed.spacy", (with_other_names(nlp, d, inventor) for d in labelled))
    rules = tomllib.loads((ASSETS / "sentences.toml").read_text(encoding="utf-8"))
    _write(
        train / "written.spacy", written_sentences(nlp, inventor, rules["zinnen"], rounds=ROUNDS)
    )


def make_inventor(resources: Path, labeller: Labeller, seed: int) -> Inventor:
    """Make the inventor from the data files and the registers."""
    rules = labeller.known.rules
    stock = Stock.read(
        ASSETS / "names.toml",
        organisations=labeller.known.registered,
        places=[*municipalities(resources / "registers"), *rules["plaatsen"]],
        well_known=rules["organisaties"],
    )
    return Inventor(stock, seed)


def make_labeller(nlp: Language, resources: Path, minutes: list[tuple[str, Label]]) -> Labeller:
    """Make the labeller from the registers and the attendance lists of the given minutes."""
    rules_file = ASSETS / "entities.toml"
    rules = tomllib.loads(rules_file.read_text(encoding="utf-8"))
    names = attendance((label for _, label in minutes), rules, least=2)
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    texts = (text for text, _ in minutes)
    known = build_gazetteer(rules_file, resources / "registers", names, texts, tokenizer)
    return Labeller(known, tokenizer)


def left_out(name: str) -> bool:
    """Tell whether minutes by that file name are of a body that no part of the model may see."""
    bodies = tomllib.loads((ASSETS / "left_out.toml").read_text(encoding="utf-8"))["gremia"]
    return name.startswith(tuple(bodies))


def read_gold(folder: Path, measured: bool = False) -> Iterator[tuple[str, Label]]:
    """Yield plain text and labels of each document to train on, or of those left out."""
    for path in sorted(folder.glob("*.json")):
        if left_out(path.name) == measured:
            text = folder.with_name(f"{folder.name}_text") / f"{path.stem}.txt"
            yield text.read_text(encoding="utf-8"), json.loads(path.read_text(encoding="utf-8"))


def label_chunks(nlp: Language, labeller: Labeller, text: str, label: Label) -> Iterator[Doc]:
    """Yield stretches of minutes with the names that lists and forms tell."""
    names = attendance([label], labeller.known.rules)
    for chunk in chunks_of(text):
        yield labeller.label(nlp.make_doc(chunk), names)


def chunks_of(text: str) -> Iterator[str]:
    """Cut a text at line ends into stretches of some `WORDS_PER_CHUNK` words, without mark-up."""
    lines: list[str] = []
    for line in plain_lines(text):
        lines.append(line)
        if sum(map(_word_count, lines)) >= WORDS_PER_CHUNK:
            yield "\n".join(lines)
            lines = []
    if lines:
        yield "\n".join(lines)


def plain_lines(text: str) -> Iterator[str]:
    """Yield the lines that have words, without mark-up and addresses."""
    clean = re.sub(r"[*_#`]+|\{\{.*?\}\}|<[^>]*>|\]?\(?https?://\S+", " ", text)
    for line in clean.splitlines():
        if words := " ".join(line.split()):
            yield words


def _word_count(line: str) -> int:
    return line.count(" ") + 1


def _write(path: Path, docs: Iterable[Doc]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
