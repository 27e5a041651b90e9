"""The components in their order."""

from spacy.language import Language

from pipeline.extraction.confidence import ConfidenceComponent
from pipeline.extraction.context import ContextComponent
from pipeline.extraction.cues import CuesComponent
from pipeline.extraction.deadline import DeadlineComponent
from pipeline.extraction.names import NamesComponent
from pipeline.extraction.parties import PartiesComponent
from pipeline.extraction.records import RecordsComponent
from pipeline.extraction.status import StatusComponent
from pipeline.extraction.votes import VotesComponent

COMPONENTS: dict[str, type] = {
    "besluit_names": NamesComponent,
    "besluit_cues": CuesComponent,
    "besluit_context": ContextComponent,
    "besluit_records": RecordsComponent,
    "besluit_parties": PartiesComponent,
    "besluit_deadline": DeadlineComponent,
    "besluit_status": StatusComponent,
    "besluit_votes": VotesComponent,
    "besluit_confidence": ConfidenceComponent,
}
"""The factories by name, in the order in which they work."""


def add_components(nlp: Language) -> Language:
    """Add all extraction components that `nlp` lacks, in order, at its end."""
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    return nlp
