"""The linear model that judges, fitted by scikit-learn and handed on as plain numbers."""

from collections.abc import Sequence

from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_selection import VarianceThreshold
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from pipeline.extraction.confidence import LinearModel
from pipeline.extraction.confidence.model import Features

STRENGTH = 0.2
"""Inverse of the ridge (scikit-learn's `C`)."""

RARE = 0.003
"""Variance under which a feature gets no coefficient: seen in fewer than 3 of 1,000 examples."""

WIDE_STRENGTH, WIDE_RARE = 0.3, 0.0005
"""The same for the finders of `judging.options`."""


def classifier(strength: float = STRENGTH) -> Pipeline:
    """Return a logistic regression over named features, not fitted yet; it knows no chance."""
    logistic = LogisticRegression(C=strength, solver="newton-cholesky", tol=1e-8)
    return make_pipeline(DictVectorizer(sparse=False), VarianceThreshold(RARE), logistic)


def wide_classifier() -> Pipeline:
    """Return a logistic regression over thousands of columns, such as words; without chance."""
    logistic = LogisticRegression(C=WIDE_STRENGTH, solver="liblinear")
    return make_pipeline(VarianceThreshold(WIDE_RARE), logistic)


def fit(features: Sequence[Features], right: Sequence[bool]) -> LinearModel:
    """Return the fitted model in the form in which the program uses it."""
    fitted = classifier().fit(features, right)
    names, spread, logistic = (step for _, step in fitted.steps)
    kept = names.get_feature_names_out()[spread.get_support()]
    weights = dict(zip(map(str, kept), map(float, logistic.coef_[0]), strict=True))
    return LinearModel(float(logistic.intercept_[0]), weights)
