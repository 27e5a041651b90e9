"""The component `besluit_parties`: who has to do something, and with that the kind."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.candidate import Draft
from pipeline.extraction.document import register_attributes, span_of
from pipeline.extraction.names.component import Mention
from pipeline.extraction.parties.agents import acts, antecedent, groups_of
from pipeline.extraction.parties.owners import split_owners
from pipeline.types import Kind


@Language.factory("besluit_parties")
class PartiesComponent:
    """Fills in the parties of each draft, and the kind where the parties decide it.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_parties") -> None:
        register_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read the parties of all drafts of `doc`."""
        doc._.besluit_drafts = tuple(_with_parties(doc, draft) for draft in doc._.besluit_drafts)
        return doc


def _with_parties(doc: Doc, draft: Draft) -> Draft:
    parties = parties_of(doc, draft)
    kind = draft.candidate.kind or (Kind.ACTIE if parties else Kind.AFSPRAAK)
    return replace(draft, parties=parties, kind=kind)


def parties_of(doc: Doc, draft: Draft) -> tuple[str, ...]:
    """Return the parties of a draft as written: its label's owner, or who acts in its words."""
    ruling = draft.candidate.kind is Kind.BESLUIT
    owner = doc.text[slice(*draft.candidate.owner)]
    if owner.strip(" :.,") and not ruling:
        named = split_owners(owner)
        if named:
            return named
    cue = (draft.candidate.cue, draft.candidate.cue_end) if ruling else (0, 0)
    return acting_parties(doc, draft.start, draft.end, ruling_words=cue)


def acting_parties(
    doc: Doc, start: int, end: int, *, ruling_words: tuple[int, int] = (0, 0)
) -> tuple[str, ...]:
    """Return the parties that act between two places.

    Of a ruling, whoever stands in its own words (``de raad stelt vast``) is left out, and so are
    bare roles: that they ruled is no task.
    """
    span = span_of(doc, start, end)
    mentions = list(doc._.besluit_mentions)
    inside = [m for m in mentions if span.start <= m.first and m.last <= span.end]
    found = [
        mention
        for group in groups_of(doc, inside)
        if acts(doc, group, span.start, span.end)
        for mention in group.mentions
        if ruling_words == (0, 0) or _has_task(doc, mention, ruling_words)
    ]
    if not found and ruling_words == (0, 0):
        stands_for = antecedent(doc, span.start, span.end, mentions)
        found = [stands_for] if stands_for else []
    return tuple(dict.fromkeys(doc[m.first : m.last].text for m in found))


def _has_task(doc: Doc, mention: Mention, ruling_words: tuple[int, int]) -> bool:
    words = doc[mention.first : mention.last]
    ruled = words.start_char < ruling_words[1] and ruling_words[0] < words.end_char
    return not ruled and words[-1].text[:1].isupper()
