"""Finds the records in minutes: spaCy components over running text, a short way for list rows."""

from spacy.language import Language

from pipeline.extraction.components import COMPONENTS, add_components
from pipeline.extraction.confidence import judge_of
from pipeline.extraction.document import make_doc
from pipeline.extraction.rows import row_records
from pipeline.extraction.running import running_records
from pipeline.types import Minutes, Record

__all__ = ["COMPONENTS", "add_components", "extract", "make_doc"]


def extract(minutes: Minutes, nlp: Language) -> list[Record]:
    """Return the records of `minutes`, ordered by place.

    `nlp` must hold the components that `add_components` adds.
    """
    doc = make_doc(minutes, nlp)
    for _, component in nlp.pipeline:
        doc = component(doc)
    rows = judge_of(nlp).judged(doc, row_records(doc))
    records = [*running_records(doc), *rows]
    return sorted(records, key=lambda record: (record.start, record.end))
