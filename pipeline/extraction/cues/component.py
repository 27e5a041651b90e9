"""The component `besluit_cues`: every place that may be a record, with the rule that says so."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.candidate import Candidate
from pipeline.extraction.cues.cue_rules import CueRule, read_rules
from pipeline.extraction.cues.labels import Label, find_labels
from pipeline.extraction.document import (
    Sentence,
    minutes_of,
    register_attributes,
    sentences_of,
    text_of,
)
from pipeline.types import Block, BlockKind, Minutes

LABEL_WEIGHT = 0.9
_NO_TEXT = (BlockKind.HEADING,)


@Language.factory("besluit_cues")
class CuesComponent:
    """Puts the candidates of a doc in ``doc._.besluit_candidates``, in the order of the text.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_cues") -> None:
        register_attributes()
        self.name = name
        self._rules = read_rules()

    def __call__(self, doc: Doc) -> Doc:
        """Find the candidates of `doc`."""
        sentences = sentences_of(doc)
        doc._.besluit_sentences = tuple(sentences)
        running = running_blocks(minutes_of(doc))
        labels = self._label_candidates(doc, running)
        blocks = minutes_of(doc).document.blocks
        telling = {n for n in running if blocks[n].kind not in _NO_TEXT}
        places = [s for s in sentences if s.block in telling]
        found = [*labels, *self._cue_candidates(doc, places)]
        doc._.besluit_candidates = tuple(sorted(found, key=_place))
        return doc

    def _cue_candidates(self, doc: Doc, sentences: list[Sentence]) -> Iterator[Candidate]:
        """Yield the first hit of each rule in each sentence."""
        for sentence in sentences:
            text = text_of(doc)[sentence.start : sentence.end]
            item = minutes_of(doc).item_at(sentence.block)
            title = item.title if item else ""
            for rule in self._rules:
                if rule.fits(title) and (hit := rule.regex.search(text)):
                    yield _cue_candidate(rule, sentence, *hit.span())

    def _label_candidates(self, doc: Doc, running: list[int]) -> Iterator[Candidate]:
        blocks = minutes_of(doc).document.blocks
        for number in running:
            for label in find_labels(blocks[number].text):
                yield label_candidate(label, blocks[number], number)


def running_blocks(minutes: Minutes) -> list[int]:
    """Return the numbers of the blocks that are running text: in no list and not skipped."""
    listed = {n for table in minutes.lists for n in range(table.first, table.last)}
    count = len(minutes.document.blocks)
    return [n for n in range(count) if n not in listed and n not in minutes.skipped]


def _place(candidate: Candidate) -> tuple[int, int, str]:
    return (candidate.start, candidate.cue, candidate.rule)


def _cue_candidate(rule: CueRule, sentence: Sentence, cue: int, cue_end: int) -> Candidate:
    return Candidate(
        start=sentence.start,
        end=sentence.end,
        block=sentence.block,
        cue=sentence.start + cue,
        cue_end=sentence.start + cue_end,
        form="sentence",
        rule=rule.id,
        kind=rule.kind,
        weight=rule.weight,
        status=rule.status,
    )


def label_candidate(label: Label, block: Block, number: int) -> Candidate:
    """Make the candidate of a label; its `start` and `end` bound what follows the label."""
    return Candidate(
        start=block.start + label.rest[0],
        end=block.start + label.rest[1],
        block=number,
        cue=block.start + label.start,
        cue_end=block.start + label.end,
        form="label" if label.shape == "prefix" else "tag",
        rule=f"label-{label.kind}-{label.shape}",
        kind=label.kind,
        weight=LABEL_WEIGHT,
        owner=(block.start + label.owner[0], block.start + label.owner[1]),
    )
