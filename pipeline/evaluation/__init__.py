"""Measures rows against gold labels by the rules of the output contract."""

from pipeline.evaluation.compare import Comparison, Pair, Prediction, by_document, compare
from pipeline.evaluation.errors import markdown
from pipeline.evaluation.gold import GoldDocument, GoldError, GoldItem, GoldRecord, load
from pipeline.evaluation.result import ACCURACIES, FOUND, Evaluation, below, evaluate, metrics
from pipeline.evaluation.save import save
from pipeline.evaluation.table import tables

__all__ = [
    "ACCURACIES",
    "FOUND",
    "Comparison",
    "Evaluation",
    "GoldDocument",
    "GoldError",
    "GoldItem",
    "GoldRecord",
    "Pair",
    "Prediction",
    "below",
    "by_document",
    "compare",
    "evaluate",
    "load",
    "markdown",
    "metrics",
    "save",
    "tables",
]
