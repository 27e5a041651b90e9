"""How likely it is that a record is right: a small linear model over what speaks for it."""

from pipeline.extraction.confidence.component import ConfidenceComponent, judge_of
from pipeline.extraction.confidence.features import Evidence, Scene
from pipeline.extraction.confidence.model import LinearModel

__all__ = ["ConfidenceComponent", "Evidence", "LinearModel", "Scene", "judge_of"]
