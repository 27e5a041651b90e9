"""What may be found, told apart by the rules, by a model that learned it, or by both."""

from collections.abc import Sequence
from dataclasses import dataclass

from judging.fit import wide_classifier
from pipeline.extraction.confidence.model import Features

WAYS = ("rules", "learned", "both")
"""Who judges: the rules, a model without them, or a model that also knows what they chose."""

EVEN = 0.5
"""Chance from which a model says yes."""


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
    features = [_with_choice(option) if way == "both" else option.features for option in options]
    chances = [0.0] * len(options)
    for body in sorted(set(bodies)) if left_out else [""]:
        seen = [i for i, o in enumerate(options) if o.right is not None and bodies[i] != body]
        told = [i for i in range(len(options)) if not left_out or bodies[i] == body]
        model = wide_classifier().fit([features[i] for i in seen], [options[i].right for i in seen])
        found = model.predict_proba([features[i] for i in told])[:, 1]
        for place, chance in zip(told, found, strict=True):
            chances[place] = float(chance)
    return chances


def _with_choice(option: Option) -> Features:
    return {**option.features, "rules say yes" if option.chosen else "rules say no": 1.0}
