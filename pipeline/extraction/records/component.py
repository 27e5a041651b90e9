"""The component `besluit_records`: from candidates to drafts of records."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.candidate import Candidate, Draft
from pipeline.extraction.document import minutes_of, register_attributes, text_of
from pipeline.extraction.records.cued import announces, cued_drafts
from pipeline.extraction.records.headed import headed_drafts
from pipeline.extraction.records.labelled import (
    BlockScope,
    following_drafts,
    labelled_drafts,
    opens_list,
)
from pipeline.extraction.records.points import by_point
from pipeline.extraction.records.proposal import with_proposal
from pipeline.types import BlockKind, Kind


@Language.factory("besluit_records")
class RecordsComponent:
    """Puts the drafts of a doc in ``doc._.besluit_drafts``, in order and without overlap.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_records") -> None:
        register_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Draw the boundaries in `doc`."""
        drafts: list[Draft] = []
        for found in self._all(doc):
            if any(_overlap(found, other) for other in drafts):
                continue
            drafts += (d for d in by_point(doc, with_proposal(doc, found)) if d.end > d.start)
        doc._.besluit_drafts = tuple(sorted(drafts, key=lambda draft: draft.start))
        return doc

    def _all(self, doc: Doc) -> Iterator[Draft]:
        """Yield drafts, the surest first: labels, blocks below a label, cues."""
        candidates: tuple[Candidate, ...] = doc._.besluit_candidates
        labels = [c for c in candidates if c.form != "sentence"]
        cues = [c for c in candidates if c.form == "sentence"]
        taken = {label.block for label in labels}
        for number in sorted(taken):
            yield from labelled_drafts(self._scope(doc, labels, cues, number))
        for label in labels:
            if _is_whole_block(doc, label) or opens_list(doc, label):
                yield from following_drafts(doc, label, taken)
        announcing = {cue.start: cue for cue in cues if announces(doc, cue)}
        for cue in announcing.values():
            yield from following_drafts(doc, cue, taken)
        yield from headed_drafts(doc)
        stated = [cue for cue in cues if cue.start not in announcing]
        yield from cued_drafts(doc, stated, doc._.besluit_sentences)

    def _scope(
        self, doc: Doc, labels: list[Candidate], cues: list[Candidate], number: int
    ) -> BlockScope:
        tasks = (Kind.ACTIE, Kind.TOEZEGGING)
        return BlockScope(
            doc=doc,
            block=minutes_of(doc).document.blocks[number],
            sentences=tuple(s for s in doc._.besluit_sentences if s.block == number),
            labels=tuple(label for label in labels if label.block == number),
            tasks=tuple(c.start for c in cues if c.block == number and c.kind in tasks),
        )


def _overlap(one: Draft, other: Draft) -> bool:
    return one.start < other.end and other.start < one.end


def _is_whole_block(doc: Doc, label: Candidate) -> bool:
    """Tell whether nothing but the label stands in its block."""
    block = minutes_of(doc).document.blocks[label.block]
    before = text_of(doc)[block.start : label.cue].strip()
    after = text_of(doc)[max(label.cue_end, label.end) : block.end].strip(" .:-")
    return not before and not after and block.kind is not BlockKind.TABLE_ROW
