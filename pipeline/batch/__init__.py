"""Handles many files at a time, and writes the files of a run."""

from pipeline.batch.files import DOCUMENT_COLUMNS
from pipeline.batch.gather import gather
from pipeline.batch.gold import predict
from pipeline.batch.inputs import STDIN, Input, expand
from pipeline.batch.pool import cores, outcomes
from pipeline.batch.run import TIMEOUT, Options, Summary, run
from pipeline.batch.worker import work

__all__ = [
    "DOCUMENT_COLUMNS",
    "STDIN",
    "TIMEOUT",
    "Input",
    "Options",
    "Summary",
    "cores",
    "expand",
    "gather",
    "outcomes",
    "predict",
    "run",
    "work",
]
