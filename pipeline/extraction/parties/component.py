"""The component `besluit_parties`: who has to do something, and with that the kind."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.candidate import Draft
from pipeline.extraction.document import minutes_of, register_attributes, span_of, text_of
from pipeline.extraction.names.component import Mention
from pipeline.extraction.parties.agents import acting_part, members, promises_after
from pipeline.extraction.parties.groups import Group, groups_of
from pipeline.extraction.parties.owners import known_names, split_owners, written_parties
from pipeline.extraction.parties.pronouns import antecedent
from pipeline.extraction.parties.telegram import named_parties
from pipeline.extraction.parties.verbs import is_finite, verb_acts
from pipeline.types import Kind

_NAMED_RULES = ("naam-",)
"""How the ids of the cue rules begin whose cue begins with a name."""


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
    kind = draft.candidate.kind
    ruling = kind is Kind.BESLUIT
    named = () if ruling else _label_owners(doc, draft)
    task = not named and (kind is Kind.ACTIE or draft.candidate.form != "sentence")
    acting = acting_parties(doc, draft.start, draft.end, ruling=ruling, telegram=task)
    if not ruling and not named and not acting:
        acting = _subject_of_cue(doc, draft)
    return written_parties([*named, *acting])


def _subject_of_cue(doc: Doc, draft: Draft) -> tuple[str, ...]:
    """Return the names with which the cue begins and that its verb follows.

    The rules for cues know that a name stands there, also where no model and no list does.
    """
    if not draft.candidate.rule.startswith(_NAMED_RULES):
        return ()
    span = span_of(doc, draft.candidate.cue, draft.candidate.cue_end)
    tokens = [token for token in span if token.text.strip(" .;:,(-")]
    verb = next((i for i, token in enumerate(tokens) if is_finite(token)), 0)
    if not verb or not tokens[0].text[:1].isupper() or not verb_acts(doc, tokens[verb], len(doc)):
        return ()
    subject = text_of(doc)[tokens[0].idx : tokens[verb].idx]
    return split_owners(subject, known_names(minutes_of(doc)), label=True)


def _label_owners(doc: Doc, draft: Draft) -> tuple[str, ...]:
    """Return the owner that a label names (``Actie Els:``), as far as it is a party."""
    start, end = draft.candidate.owner
    owner = text_of(doc)[start:end]
    if not owner.strip(" :.,"):
        return ()
    return split_owners(owner, known_names(minutes_of(doc)), label=True)


def _without_promisers(doc: Doc, found: list[Group], start: int) -> list[Group]:
    """Leave out who promises what another has to do: ``Karim doet het, belooft Els``."""
    doers = [group for group in found if not promises_after(doc, group, start)]
    return doers or found


def acting_parties(
    doc: Doc, start: int, end: int, *, ruling: bool = False, telegram: bool = False
) -> tuple[str, ...]:
    """Return the parties that act between two places, as written.

    Parameters
    ----------
    ruling
        Whether the words are a ruling: its agents and those who ruled have no task.
    telegram
        Whether the words are a task, so that a name without a verb is its owner.
    """
    span = span_of(doc, start, end)
    mentions: list[Mention] = list(doc._.besluit_mentions)
    inside = [m for m in mentions if span.start <= m.first and m.last <= span.end]
    groups = groups_of(doc, inside)
    found = [
        part
        for group in groups
        if (acting := acting_part(doc, group, span.start, span.end, ruling=ruling))
        for part in members(doc, acting, groups)
    ]
    if not found and telegram and not ruling:
        lone = named_parties(doc, groups, span.start, span.end)
        found = [part for group in lone for part in members(doc, group, groups)]
    if not found and not ruling:
        stands_for = antecedent(doc, span.start, span.end, mentions)
        found = [Group((stands_for,))] if stands_for else []
    found = _without_promisers(doc, found, span.start)
    chosen = sorted({m for group in found for m in group.mentions}, key=lambda m: m.first)
    return written_parties(doc[m.first : m.last].text for m in chosen)
