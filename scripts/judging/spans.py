"""A spaCy entity recogniser that marks parties and deadlines inside records, as a trial."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import spacy
from sklearn.model_selection import GroupKFold
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed, minibatch

from judging.examples import body_of
from judging.trials import Trial
from pipeline.deadlines import first_deadline
from pipeline.evaluation import GoldRecord, Prediction
from pipeline.evaluation.compare import compare
from pipeline.evaluation.counts import Count, counts
from pipeline.types import Decision

FOLDS = 3
"""Groups of bodies; a recogniser is trained on two and told on the third."""

ROUNDS, BATCH, DROPOUT, SEED = 8, 16, 0.2, 0

PARTY, DEADLINE = "PARTY", "DEADLINE"


def recognised(found: Sequence[Trial]) -> dict[str, Count]:
    """Count the parties and deadlines that recognisers find in bodies that they never saw."""
    bodies = [body_of(trial.gold.name) for trial in found]
    total = {"responsible": Count(), "deadline": Count()}
    for seen, told in GroupKFold(FOLDS).split(found, groups=bodies):
        nlp = trained([record for place in seen for record in found[place].gold.records])
        for trial in (found[place] for place in told):
            docs = nlp.pipe(row.text for row in trial.rows)
            rows = tuple(_filled(row, doc) for row, doc in zip(trial.rows, docs, strict=True))
            measured = counts(compare(trial.gold, Prediction(rows)))
            total = {name: count + measured[name] for name, count in total.items()}
    return total


def trained(records: Sequence[GoldRecord]) -> Language:
    """Return a recogniser that learned the parties and deadlines of labelled records."""
    fix_random_seed(SEED)
    shuffled = random.Random(SEED)
    nlp = spacy.blank("nl")
    nlp.add_pipe("ner")
    examples = [_example(nlp, record) for record in records]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(ROUNDS):
        shuffled.shuffle(examples)
        for batch in minibatch(examples, BATCH):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
    return nlp


def _example(nlp: Language, record: GoldRecord) -> Example:
    doc = nlp.make_doc(record.text)
    named = [(party, PARTY) for party in record.responsible]
    named += [(record.deadline_text, DEADLINE)] if record.deadline_text else []
    spans = filter_spans([span for words, label in named for span in _found(doc, words, label)])
    return Example.from_dict(
        doc, {"entities": [(s.start_char, s.end_char, s.label_) for s in spans]}
    )


def _found(doc: Doc, words: str, label: str) -> Iterator[Span]:
    start = doc.text.find(words)
    span = doc.char_span(start, start + len(words), label, alignment_mode="expand")
    if start >= 0 and span is not None:
        yield span


def _filled(row: Decision, doc: Doc) -> Decision:
    """Return a row with what the recogniser marked; other cells of the list stay with the rules."""
    beside = tuple(party for party in row.responsible if party not in row.text)
    parties = tuple(dict.fromkeys(ent.text for ent in doc.ents if ent.label_ == PARTY))
    meeting = date.fromisoformat(row.meeting_date) if row.meeting_date else None
    times = (first_deadline(ent.text, meeting) for ent in doc.ents if ent.label_ == DEADLINE)
    due = next((time.value for time in times if time.value), "")
    if row.deadline and row.deadline_text not in row.text:
        due = row.deadline
    return replace(row, responsible=beside or parties, deadline=due)
