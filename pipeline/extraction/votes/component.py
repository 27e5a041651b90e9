"""The component `besluit_votes`: the votes for and against the rulings of running text."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.candidate import Draft
from pipeline.extraction.document import block_number, minutes_of, register_attributes, text_of
from pipeline.extraction.votes.words import read_votes, tells_sides
from pipeline.types import Kind, Votes

_REACH = 2
"""Blocks below a ruling in which minutes still tell who was for and against it."""


@Language.factory("besluit_votes")
class VotesComponent:
    """Fills in the votes of each draft that is a ruling.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_votes") -> None:
        register_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read the votes of all drafts of `doc`."""
        drafts: tuple[Draft, ...] = doc._.besluit_drafts
        starts = [*(draft.start for draft in drafts), len(text_of(doc))]
        doc._.besluit_drafts = tuple(
            replace(draft, votes=_votes(doc, draft, end)) if draft.kind is Kind.BESLUIT else draft
            for draft, end in zip(drafts, starts[1:], strict=True)
        )
        return doc


def _votes(doc: Doc, draft: Draft, end: int) -> Votes:
    """Return the votes in a ruling's own words, or in the sentences after it that tell them."""
    own = read_votes(text_of(doc)[draft.start : draft.end], draft.status)
    if own != Votes():
        return own
    after = " ".join(_telling(doc, draft, end))
    return read_votes(after, draft.status) if after else own


def _telling(doc: Doc, draft: Draft, end: int) -> Iterator[str]:
    """Yield the sentences right after a draft, up to `end`, that tell who was for and against."""
    last = block_number(minutes_of(doc).document.blocks, draft.end) + _REACH
    for sentence in doc._.besluit_sentences:
        if sentence.start < draft.end:
            continue
        text = text_of(doc)[sentence.start : sentence.end]
        if sentence.end > end or sentence.block > last or not tells_sides(text):
            return
        yield text
