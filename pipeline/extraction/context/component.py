"""The component `besluit_context`: narrows the candidates, and keeps why."""

import re
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.data import read_toml
from pipeline.extraction.candidate import Candidate, Rejection
from pipeline.extraction.context.verbatim import Verbatim
from pipeline.extraction.cues import compile_regex, parts
from pipeline.extraction.document import minutes_of, register_attributes, text_of


@dataclass(frozen=True, slots=True)
class ContextRule:
    """A pattern that takes a cue's force away, for all rules but those in `spares`."""

    id: str
    effect: str
    regex: re.Pattern[str]
    spares: frozenset[str]
    example: str

    def cancels(self, cue_rule: str, text: str) -> bool:
        """Tell whether it takes the force of a cue rule away in a sentence."""
        return cue_rule not in self.spares and bool(self.regex.search(text))


def read_contexts() -> tuple[ContextRule, ...]:
    """Read the context rules of the data file."""
    data = read_toml(__package__, "context.toml")
    return tuple(_context(entry) for entry in data["context"])


def _context(entry: dict[str, Any]) -> ContextRule:
    return ContextRule(
        id=entry["id"],
        effect=entry["effect"],
        regex=compile_regex(entry["pattern"], parts()),
        spares=frozenset(entry.get("spares", ())),
        example=entry["example"],
    )


@Language.factory("besluit_context")
class ContextComponent:
    """Moves the candidates that a context cancels to ``doc._.besluit_rejected``.

    Labels stand whatever their context: who writes ``Besluit:`` means it. In a verbatim report
    only the rules for rulings and promises count.

    Parameters
    ----------
    nlp, name
        As spaCy passes them.
    """

    def __init__(self, nlp: Language, name: str = "besluit_context") -> None:
        register_attributes()
        self.name = name
        self._rules = read_contexts()
        self._verbatim = Verbatim.from_data()

    def __call__(self, doc: Doc) -> Doc:
        """Split the candidates of `doc` in kept and rejected."""
        kept: list[Candidate] = []
        rejected: list[Rejection] = []
        speech = self._verbatim.holds(minutes_of(doc).document)
        for candidate in doc._.besluit_candidates:
            debated = speech and candidate.rule not in self._verbatim.rules
            reason = "reported: speech" if debated else self._reason(doc, candidate)
            if reason:
                rejected.append(Rejection(candidate, reason))
            else:
                kept.append(candidate)
        doc._.besluit_candidates = tuple(kept)
        doc._.besluit_rejected = tuple(rejected)
        return doc

    def _reason(self, doc: Doc, candidate: Candidate) -> str:
        """Return the context that cancels a candidate, as ``effect: rule``, or nothing."""
        if candidate.form != "sentence":
            return ""
        text = text_of(doc)[candidate.start : candidate.end]
        for rule in self._rules:
            if rule.cancels(candidate.rule, text):
                return f"{rule.effect}: {rule.id}"
        return ""
