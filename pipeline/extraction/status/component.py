"""The component `besluit_status`: aangenomen, aangehouden, verworpen or voorwaardelijk."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.candidate import Draft
from pipeline.extraction.document import register_attributes
from pipeline.extraction.status.words import ruling_status
from pipeline.types import Kind, Status


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
        doc._.besluit_drafts = tuple(
            replace(draft, status=_status(doc, draft)) for draft in doc._.besluit_drafts
        )
        return doc


def _status(doc: Doc, draft: Draft) -> Status:
    if draft.candidate.status is not None:
        return draft.candidate.status
    if draft.kind not in (Kind.BESLUIT, Kind.AFSPRAAK):
        return Status.AANGENOMEN
    return ruling_status(doc.text[draft.start : draft.end])
