"""The component `besluit_status`: aangenomen, aangehouden, verworpen or voorwaardelijk."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.candidate import Draft
from pipeline.extraction.document import minutes_of, register_attributes, text_of
from pipeline.extraction.status.words import names_tasks, row_status, ruling_status
from pipeline.types import Kind, Source, Status


@Language.factory("besluit_status")
class StatusComponent:
    """Fills in the status of each draft.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_status") -> None:
        register_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read the status of all drafts of `doc`."""
        doc._.besluit_drafts = tuple(_with_status(doc, d) for d in doc._.besluit_drafts)
        return doc


def _with_status(doc: Doc, draft: Draft) -> Draft:
    if draft.kind in (Kind.ACTIE, Kind.TOEZEGGING) and _goes_through_tasks(doc, draft):
        stand = row_status([], task=text_of(doc)[draft.start : draft.end])
        return replace(draft, status=stand, source=Source.LIJST)
    return replace(draft, status=_status(doc, draft))


def _goes_through_tasks(doc: Doc, draft: Draft) -> bool:
    """Tell whether a draft stands under an item in which the meeting goes through its tasks."""
    item = minutes_of(doc).item_at(draft.candidate.block)
    return item is not None and names_tasks(item.title)


def _status(doc: Doc, draft: Draft) -> Status:
    """Return the words' status; a cue's own counts where they say nothing against it."""
    cue = draft.candidate.status or Status.AANGENOMEN
    if draft.kind not in (Kind.BESLUIT, Kind.AFSPRAAK):
        return cue
    said = ruling_status(text_of(doc)[draft.start : draft.end])
    return cue if said is Status.AANGENOMEN else said
