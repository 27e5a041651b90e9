"""Finds the words that may make a record: labels, and cue phrases inside sentences."""

from pipeline.extraction.cues.component import CuesComponent
from pipeline.extraction.cues.cue_rules import CueRule, compile_regex, parts, read_rules
from pipeline.extraction.cues.labels import Label, find_labels

__all__ = [
    "CueRule",
    "CuesComponent",
    "Label",
    "compile_regex",
    "find_labels",
    "parts",
    "read_rules",
]
