"""From drafts to the records of running text."""

from spacy.tokens import Doc

from pipeline.extraction.candidate import Draft
from pipeline.extraction.document import block_number, minutes_of, text_of
from pipeline.extraction.text import fold
from pipeline.types import Kind, Record


def running_records(doc: Doc) -> list[Record]:
    """Return the records of the doc's drafts, in order."""
    return [_record(doc, draft) for draft in doc._.besluit_drafts]


def _record(doc: Doc, draft: Draft) -> Record:
    candidate = draft.candidate
    return Record(
        kind=draft.kind or Kind.AFSPRAAK,
        text=fold(text_of(doc)[draft.start : draft.end]),
        start=draft.start,
        end=draft.end,
        block=block_number(minutes_of(doc).document.blocks, draft.start),
        responsible=tuple(fold(party) for party in draft.parties),
        deadline=draft.deadline,
        status=draft.status,
        source=draft.source,
        cue=fold(text_of(doc)[candidate.cue : candidate.cue_end]),
        rule=candidate.rule,
        confidence=draft.confidence,
        heading=draft.heading,
        votes=draft.votes,
    )
