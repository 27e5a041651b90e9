"""Learns today's labels of old sentences from the sentences that exist in both schemes.

The treebank of 2017 shares hundreds of sentences with today's development file. Its words, classes
and relations, after `restructure`, are features from which a linear classifier tells today's class,
features and relation; a second one, trained on all of today's sentences, adds the tag that the old
file lacks.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from modelling.words import Sentence, Word

Features = dict[str, float | str | bool]
Target = Callable[[Word], str]
Pair = tuple[Sentence, Sentence]

_NEIGHBOURS = (-2, -1, 1, 2)
_TELLING_CHILDREN = frozenset(["case", "mark", "flat", "fixed", "cop", "aux:pass"])


def relabel(pairs: Sequence[Pair], old: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield `old` with today's classes, features and relations, learnt from pairs old, new."""
    targets: tuple[Target, ...] = (lambda w: f"{w.pos} {w.morph}", lambda w: w.dep)
    classifiers = [_fit(pairs, target) for target in targets]
    for sentence in old:
        rows = features_of(sentence)
        classes, deps = (classifier.predict(rows).tolist() for classifier in classifiers)
        yield tuple(
            _with_labels(word, *label.split(" "), dep)
            for word, label, dep in zip(sentence, classes, deps, strict=True)
        )


def _with_labels(word: Word, pos: str, morph: str, dep: str) -> Word:
    """Set the labels; what was no root stays none, and punctuation's head is unknown."""
    if word.dep == "punct":
        dep = ""
    elif (dep == "root") != (word.head == 0):
        dep = "root" if word.head == 0 else word.dep
    return replace(word, pos=pos, morph=morph, dep=dep)


def add_tags(tagged: Sequence[Sentence], untagged: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the `untagged` sentences with tags, learnt from the `tagged` ones."""
    classifier = _fit([(sentence, sentence) for sentence in tagged], lambda w: w.tag)
    for sentence in untagged:
        tags = classifier.predict(features_of(sentence)).tolist()
        yield tuple(replace(word, tag=tag) for word, tag in zip(sentence, tags, strict=True))


def _fit(pairs: Sequence[Pair], target: Target) -> Pipeline:
    rows = [row for old, _ in pairs for row in features_of(old)]
    labels = [target(word) for _, new in pairs for word in new]
    return make_pipeline(DictVectorizer(), LogisticRegression(C=3.0, max_iter=60)).fit(rows, labels)


def features_of(sentence: Sentence) -> list[Features]:
    """Return the features of each word: its own, and those of neighbours, head and children."""
    children: list[list[Word]] = [[] for _ in range(len(sentence) + 1)]
    for word in sentence:
        children[word.head].append(word)
    return [
        _own(word, place)
        | _around(sentence, place)
        | _above(sentence, place, children)
        | _below(word, children[place + 1])
        for place, word in enumerate(sentence)
    ]


def _own(word: Word, place: int) -> Features:
    return {
        "pos": word.pos,
        "dep": word.dep,
        "morph": word.morph,
        "form": word.form.lower(),
        "lemma": word.lemma,
        "end3": word.form[-3:],
        "end2": word.form[-2:],
        "capital": word.form[0].isupper(),
        "capitals": word.form.isupper(),
        "first": place == 0,
        "dep+pos": f"{word.dep} {word.pos}",
        "dep+morph": f"{word.dep} {word.morph}",
        "lemma+pos": f"{word.lemma} {word.pos}",
        "pos+morph": f"{word.pos} {word.morph}",
        "lemma+dep": f"{word.lemma} {word.dep}",
    }


def _around(sentence: Sentence, place: int) -> Features:
    features: Features = {}
    for step in _NEIGHBOURS:
        if 0 <= place + step < len(sentence):
            near = sentence[place + step]
            features[f"{step} pos"] = near.pos
            features[f"{step} capital+pos"] = f"{near.form[0].isupper()} {near.pos}"
            if abs(step) == 1:
                features[f"{step} form"] = near.form.lower()
                features[f"{step} dep"] = near.dep
    return features


def _above(sentence: Sentence, place: int, children: list[list[Word]]) -> Features:
    word = sentence[place]
    if not word.head:
        return {}
    head = sentence[word.head - 1]
    features: Features = {
        "head pos": head.pos,
        "head dep": head.dep,
        "head lemma": head.lemma,
        "head morph": head.morph,
        "head dep+dep": f"{head.dep} {word.dep}",
        "head pos+dep": f"{head.pos} {word.dep}",
        "head lemma+dep": f"{head.lemma} {word.dep}",
        "head before": word.head - 1 < place,
        "head capital": head.form[0].isupper(),
    }
    for child in children[place + 1]:
        if child.dep == "case":
            features[f"head+case {head.lemma} {child.lemma}"] = True
    for sister in children[word.head]:
        if sister is not word:
            features[f"sister {sister.dep}"] = True
            features[f"{word.dep} sister {sister.dep}"] = True
            if sister.dep in _TELLING_CHILDREN:
                features[f"sister {sister.dep} {sister.lemma}"] = True
    return features


def _below(word: Word, children: list[Word]) -> Features:
    features: Features = {}
    for child in children:
        features[f"child {child.dep}"] = True
        features[f"{word.dep} child {child.dep}"] = True
        if child.dep in _TELLING_CHILDREN:
            features[f"child {child.dep} {child.lemma}"] = True
            features[f"{word.dep} child {child.lemma}"] = True
    return features
