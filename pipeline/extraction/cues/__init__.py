"""Finds the words that may make a record: labels, and cue phrases inside sentences."""

from pipeline.extraction.cues.component import CuesComponent
from pipeline.extraction.cues.labels import Label, find_labels
from pipeline.extraction.cues.rules import CueRule, compile_regex, read_rules

__all__ = ["CueRule", "CuesComponent", "Label", "compile_regex", "find_labels", "read_rules"]
