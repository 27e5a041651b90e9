"""A logistic model of named features, its coefficients read from a data file."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.data import read_toml

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Coefficients by name of feature; a feature that has none counts for nothing."""

    intercept: float
    coefficients: Mapping[str, float]

    @classmethod
    def load(cls) -> "LinearModel":
        """Read the model that ``scripts/train_confidence.py`` wrote."""
        data = read_toml(__package__, "coefficients.toml")
        return cls(data["intercept"], data["coefficients"])

    def probability(self, features: Features) -> float:
        """Return the chance of a yes, from 0 to 1.

        Examples
        --------
        >>> model = LinearModel(0.0, {"party": 2.0})
        >>> model.probability({"unknown": 1.0}), round(model.probability({"party": 1.0}), 2)
        (0.5, 0.88)
        """
        score = self.intercept + sum(
            self.coefficients.get(name, 0.0) * value for name, value in features.items()
        )
        return 1 / (1 + math.exp(-score))
