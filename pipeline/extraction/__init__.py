"""Finds the records in minutes: spaCy components over running text, a short way for list rows."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.components import COMPONENTS, add_components
from pipeline.extraction.confidence import judge_of
from pipeline.extraction.document import make_doc
from pipeline.extraction.rows import row_records
from pipeline.extraction.running import running_records
from pipeline.types import Minutes, Record

__all__ = ["COMPONENTS", "add_components", "annotate", "extract", "make_doc", "records_of"]


def extract(minutes: Minutes, nlp: Language) -> list[Record]:
    """Return the records of `minutes`, ordered by place.

    `nlp` must hold the components that `add_components` adds.
    """
    return records_of(annotate(minutes, nlp), nlp)


def annotate(minutes: Minutes, nlp: Language) -> Doc:
    """Return the doc of `minutes` with what all components of `nlp` left on it."""
    doc = make_doc(minutes, nlp)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def records_of(doc: Doc, nlp: Language) -> list[Record]:
    """Return the records of a doc that `annotate` made, ordered by place."""
    rows = judge_of(nlp).judged(doc, row_records(doc))
    records = [*running_records(doc), *rows]
    return sorted(records, key=lambda record: (record.start, record.end))
