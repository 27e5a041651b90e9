"""The component `besluit_deadline`: the words that say by when, and the days that they mean."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.deadlines import first_deadline
from pipeline.extraction.document import minutes_of, register_attributes, text_of


@Language.factory("besluit_deadline")
class DeadlineComponent:
    """Fills in the deadline of each draft, read from the date of the meeting.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_deadline") -> None:
        register_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read the deadlines of all drafts of `doc`."""
        meeting = minutes_of(doc).date
        doc._.besluit_drafts = tuple(
            replace(draft, deadline=first_deadline(text_of(doc)[draft.start : draft.end], meeting))
            for draft in doc._.besluit_drafts
        )
        return doc
