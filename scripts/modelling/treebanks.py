"""Makes spaCy docs of the UD treebanks, the one of 2017 brought up to the current scheme."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from modelling.relabel import add_tags, relabel
from modelling.restructure import restructure
from modelling.words import Sentence, forms, read_conllu

_NO_SPACE_BEFORE = frozenset(".,;:!?)]»%…")
_NO_SPACE_AFTER = frozenset("([«")
# sentences per doc of running text
RUNNING = 4
# of the current treebanks every so many docs one is held out to stop training in time
HELD_OUT = 12


@dataclass(frozen=True, slots=True)
class Trees:
    """Sentences to train on: in today's scheme, those held out, and those of 2017."""

    kept: list[Sentence]
    held_out: list[Sentence]
    old: list[Sentence]


def read_trees(treebanks: Path, scheme_file: Path) -> Trees:
    """Read all that may be trained on; nothing of it is in a test file, nothing comes twice."""
    lassy, alpino = treebanks / "ud-lassysmall", treebanks / "ud-alpino"
    dev = (lassy / "nl_lassysmall-ud-dev.conllu", alpino / "nl_alpino-ud-dev.conllu")
    tests = (*lassy.glob("*-test.conllu"), *alpino.glob("*-test.conllu"))
    tested = {forms(sentence) for sentence in chain.from_iterable(map(read_conllu, tests))}
    new = [s for s in chain.from_iterable(map(read_conllu, dev)) if forms(s) not in tested]
    held_out = [s for n, s in enumerate(new) if n // RUNNING % HELD_OUT == 0]
    kept = [s for n, s in enumerate(new) if n // RUNNING % HELD_OUT]
    old = chain.from_iterable(map(read_conllu, sorted(lassy.glob("*-train*.conllu"))))
    unseen = [sentence for sentence in old if forms(sentence) not in tested]
    return Trees(kept, held_out, modernise(unseen, kept, held_out, scheme_file))


def modernise(
    old: Iterable[Sentence], new: list[Sentence], held_out: list[Sentence], scheme_file: Path
) -> list[Sentence]:
    """Return those sentences of 2017 that are not in `new` or `held_out`, in today's scheme.

    The file has no `SpaceAfter`: spaces are put back by rule. The heads of punctuation follow
    another convention, so they are left unknown.
    """
    auxiliaries = tomllib.loads(scheme_file.read_text(encoding="utf-8"))["hulpwerkwoorden"]
    unique = {forms(sentence): restructure(sentence, auxiliaries) for sentence in old}
    by_forms = {forms(sentence): sentence for sentence in new}
    pairs = [(unique[key], by_forms[key]) for key in unique.keys() & by_forms.keys()]
    pairs.sort(key=lambda pair: forms(pair[0]))
    held = {forms(sentence) for sentence in held_out}
    rest = [s for key, s in unique.items() if key not in by_forms and key not in held]
    return [_with_spaces(s) for s in add_tags(new, relabel(pairs, rest))]


def _with_spaces(words: Sentence) -> Sentence:
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
        tags=[word.tag for word in words],
        morphs=[word.morph for word in words],
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
