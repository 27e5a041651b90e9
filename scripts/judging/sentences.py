"""Sentences of running text that may be records, with their features."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from judging.options import Option
from pipeline.evaluation import GoldRecord
from pipeline.evaluation.matching import pair_texts
from pipeline.extraction.candidate import Draft
from pipeline.extraction.confidence import Evidence, Scene
from pipeline.extraction.document import Sentence, minutes_of, span_of, text_of
from pipeline.extraction.rows import row_records
from pipeline.extraction.text import fold
from pipeline.types import BlockKind, Kind, Source

_TOLD_BY_WORDS = ("VERB", "AUX", "ADV", "PRON")
"""Classes of words of which the lemma is a feature."""


def fixed_texts(doc: Doc) -> list[str]:
    """Return the records that stay with the rules: list rows, labels, points below headings."""
    spans = [(row.start, row.end) for row in row_records(doc)]
    spans += [(d.start, d.end) for d in doc._.besluit_drafts if d.candidate.form != "sentence"]
    return [fold(text_of(doc)[start:end]) for start, end in sorted(spans)]


def sentence_options(doc: Doc, gold: Sequence[GoldRecord]) -> tuple[Option, ...]:
    """Return all other sentences of running text; where the rules have a record, its words."""
    drafts = [draft for draft in doc._.besluit_drafts if draft.candidate.form == "sentence"]
    scene, found = Scene.of(doc), []
    for sentence in _free_sentences(doc):
        own = next((draft for draft in drafts if _first_of(draft, sentence)), None)
        if own is None and any(_overlap(draft, sentence) for draft in drafts):
            continue
        start, end = (own.start, own.end) if own else (sentence.start, sentence.end)
        names = [*_rules(doc, sentence), *_words(doc, sentence)]
        features = scene.features(_evidence(sentence)) | dict.fromkeys(names, 1.0)
        found.append((fold(text_of(doc)[start:end]), features, own is not None))
    fixed = fixed_texts(doc)
    texts = [*fixed, *(text for text, _, _ in found)]
    right = {place - len(fixed) for place, _ in pair_texts(texts, [r.text for r in gold])}
    return tuple(Option(*one, place in right) for place, one in enumerate(found))


def _free_sentences(doc: Doc) -> Iterator[Sentence]:
    """Yield the sentences outside headings, list rows and the records that stay with the rules."""
    blocks = minutes_of(doc).document.blocks
    listed = {row.block for row in row_records(doc)}
    fixed = [draft for draft in doc._.besluit_drafts if draft.candidate.form != "sentence"]
    for sentence in doc._.besluit_sentences:
        if blocks[sentence.block].kind is BlockKind.HEADING or sentence.block in listed:
            continue
        if not any(_overlap(draft, sentence) for draft in fixed):
            yield sentence


def _first_of(draft: Draft, sentence: Sentence) -> bool:
    return sentence.start <= draft.start < sentence.end


def _overlap(draft: Draft, sentence: Sentence) -> bool:
    return draft.start < sentence.end and sentence.start < draft.end


def _evidence(sentence: Sentence) -> Evidence:
    kind, source = Kind.AFSPRAAK, Source.LOPEND
    place = sentence.start, sentence.end, sentence.block
    return Evidence(*place, "sentence", kind, source, 0.5, party=False, deadline=False)


def _rules(doc: Doc, sentence: Sentence) -> Iterator[str]:
    """Yield which cues the sentence has, and what took the force of others away."""
    for cue in doc._.besluit_candidates:
        if sentence.start <= cue.cue < sentence.end:
            yield f"cue={cue.rule}"
    for rejection in doc._.besluit_rejected:
        if sentence.start <= rejection.candidate.cue < sentence.end:
            yield f"rejected={rejection.reason}"


def _words(doc: Doc, sentence: Sentence) -> Iterator[str]:
    tokens = list(span_of(doc, sentence.start, sentence.end))
    for token in tokens:
        if token.pos_ in _TOLD_BY_WORDS:
            yield f"lemma={token.lemma_}"
        if token.dep_ == "nsubj":
            yield f"subject={token.lower_ if token.pos_ == 'PRON' else token.pos_}"
        if token._.besluit_name:
            yield f"name dep={token.dep_}"
    yield from (f"pair={a.pos_} {b.pos_}" for a, b in pairwise(tokens))
    yield f"opens={tokens[0].lower_ if tokens else ''}"
