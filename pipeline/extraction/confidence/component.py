"""The component `besluit_confidence`: the chance that a record is right."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.candidate import Draft
from pipeline.extraction.confidence.features import Evidence, Scene
from pipeline.extraction.confidence.model import LinearModel
from pipeline.extraction.document import block_number, minutes_of, register_attributes
from pipeline.types import Kind, Record


@Language.factory("besluit_confidence")
class ConfidenceComponent:
    """Fills in the confidence of each draft; list rows are judged by `judged`.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_confidence") -> None:
        register_attributes()
        self.name = name
        self._model = LinearModel.load()

    def __call__(self, doc: Doc) -> Doc:
        """Judge all drafts of `doc`."""
        scene = Scene.of(doc)
        doc._.besluit_drafts = tuple(
            replace(draft, confidence=self._probability(scene, evidence_of_draft(doc, draft)))
            for draft in doc._.besluit_drafts
        )
        return doc

    def judged(self, doc: Doc, rows: list[Record]) -> list[Record]:
        """Return the records of list rows with the chance that each is right."""
        scene = Scene.of(doc)
        return [
            replace(row, confidence=self._probability(scene, evidence_of_row(row))) for row in rows
        ]

    def _probability(self, scene: Scene, evidence: Evidence) -> float:
        return self._model.probability(scene.features(evidence))


def judge_of(nlp: Language) -> ConfidenceComponent:
    """Return the component of a pipeline.

    Raises
    ------
    TypeError
        If the component of that name is another one.
    """
    component = nlp.get_pipe("besluit_confidence")
    if not isinstance(component, ConfidenceComponent):
        raise TypeError(f"besluit_confidence is a {type(component).__name__}")
    return component


def evidence_of_draft(doc: Doc, draft: Draft) -> Evidence:
    """Return what is known of a draft besides its words."""
    return Evidence(
        start=draft.start,
        end=draft.end,
        block=block_number(minutes_of(doc).document.blocks, draft.start),
        form=draft.candidate.form,
        kind=draft.kind or Kind.AFSPRAAK,
        source=draft.source,
        weight=draft.candidate.weight,
        party=bool(draft.parties),
        deadline=bool(draft.deadline.value),
    )


def evidence_of_row(row: Record) -> Evidence:
    """Return what is known of a list row besides its words; its confidence is its weight yet."""
    return Evidence(
        start=row.start,
        end=row.end,
        block=row.block,
        form="row",
        kind=row.kind,
        source=row.source,
        weight=row.confidence,
        party=bool(row.responsible),
        deadline=bool(row.deadline.value),
    )
