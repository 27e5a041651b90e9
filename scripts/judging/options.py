"""What may be found, told apart by the rules, by a model that learned it, or by both."""

from collections.abc import Sequence
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer

from judging.fit import wide_classifier
from pipeline.extraction.confidence.model import Features

WAYS = ("rules", "learned", "both", "added")
"""Who judges: the rules, a model without them, a model that also knows what they chose, or the
rules, to which that last model only adds."""

SURE = 0.7
"""Chance from which a model adds to the rules."""


@dataclass(frozen=True, slots=True)
class Option:
    """Words that may be a record or fill one of its fields.

    `right` is None where the labels don't tell, as for the parties of what is no record.
    """

    value: str
    features: Features
    chosen: bool
    right: bool | None


def judged_by(
    way: str, options: Sequence[Option], bodies: Sequence[str], *, left_out: bool
) -> list[float]:
    """Return for each option the chance that it is right.

    `bodies` tells the body of each; with `left_out` each is judged by a model that saw nothing of
    its own body.
    """
    if way == "rules":
        return [float(option.chosen) for option in options]
    if way == "added":
        chances = judged_by("both", options, bodies, left_out=left_out)
        pairs = zip(options, chances, strict=True)
        return [float(option.chosen or chance >= SURE) for option, chance in pairs]
    features = [_with_choice(option) if way == "both" else option.features for option in options]
    return _learned(features, options, bodies, left_out=left_out)


def _learned(
    features: Sequence[Features],
    options: Sequence[Option],
    bodies: Sequence[str],
    *,
    left_out: bool,
) -> list[float]:
    table = DictVectorizer().fit_transform(features)
    chances = [0.0] * len(options)
    for body in sorted(set(bodies)) if left_out else [""]:
        seen = [i for i, o in enumerate(options) if o.right is not None and bodies[i] != body]
        told = [i for i in range(len(options)) if not left_out or bodies[i] == body]
        model = wide_classifier().fit(table[seen], [options[i].right for i in seen])
        for place, chance in zip(told, model.predict_proba(table[told])[:, 1], strict=True):
            chances[place] = float(chance)
    return chances


def _with_choice(option: Option) -> Features:
    return {**option.features, "rules say yes" if option.chosen else "rules say no": 1.0}
