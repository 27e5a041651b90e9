"""What speaks for and against a record, as named numbers."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from pipeline.data import read_toml
from pipeline.extraction.confidence.model import Features
from pipeline.extraction.document import minutes_of, span_of, text_of
from pipeline.types import Kind, Source

SHORT, MIDDLING, LONG = 4, 8, 25
"""Bounds of the length of a record, in words."""

_HEAD = 3
"""Verbs at the start of a record of which the auxiliaries count."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a record besides its words.

    `form` is that of its cue (``label``, ``tag``, ``heading``, ``sentence``, or ``row`` of a
    list), `weight` the share of the finds of its rule that are right; `party` and `deadline` tell
    whether it has any.
    """

    start: int
    end: int
    block: int
    form: str
    kind: Kind
    source: Source
    weight: float
    party: bool
    deadline: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with what the features of all its records need; made once for each."""

    doc: Doc
    text: str
    cues: tuple[int, ...]
    tagged: bool

    @classmethod
    def of(cls, doc: Doc) -> "Scene":
        """Take over what the earlier components left on `doc`."""
        starts = tuple(sorted(candidate.cue for candidate in doc._.besluit_candidates))
        return cls(doc, text_of(doc), starts, doc.has_annotation("POS"))

    def features(self, evidence: Evidence) -> Features:
        """Return the features of a record by name; those that are zero are left out.

        The rule's own name is none of them: a new rule is judged by its weight. Without a tagger
        nothing is said of the verbs.
        """
        names = [*_cue(evidence), *self._place(evidence), *self._words(evidence)]
        if self.tagged:
            names += _verbs(list(span_of(self.doc, evidence.start, evidence.end)))
        weight = math.log(evidence.weight / (1 - evidence.weight))
        position = evidence.start / max(len(self.text), 1)
        return {"weight": weight, "position": position, **dict.fromkeys(names, 1.0)}

    def _place(self, evidence: Evidence) -> Iterator[str]:
        minutes = minutes_of(self.doc)
        block = minutes.document.blocks[evidence.block]
        yield f"block={block.kind}"
        if evidence.start <= block.start + 2 and evidence.end >= block.end - 2:
            yield "whole block"
        elif evidence.end >= block.end - 2:
            yield "end of block"
        item = minutes.item_at(evidence.block)
        yield f"title={_title(item.title)}" if item else "no item"

    def _words(self, evidence: Evidence) -> Iterator[str]:
        text = self.text[evidence.start : evidence.end]
        words = len(text.split())
        if words < MIDDLING:
            yield "short" if words < SHORT else "rather short"
        elif words > LONG:
            yield "long"
        yield from (name for name, pattern in _patterns("marks").items() if pattern.search(text))
        cues = bisect_left(self.cues, evidence.end) - bisect_left(self.cues, evidence.start)
        if cues > 1:
            yield "several cues"


def _cue(evidence: Evidence) -> Iterator[str]:
    yield f"form={evidence.form}"
    yield f"kind={evidence.kind}"
    yield f"form={evidence.form} kind={evidence.kind}"
    yield f"source={evidence.source}"
    if evidence.party:
        yield "party"
        yield f"party form={evidence.form}"
    if evidence.deadline:
        yield "deadline"


def _verbs(tokens: list[Token]) -> Iterator[str]:
    """Yield the features of the verbs: which auxiliaries, which forms, and what is the head."""
    verbs = [token for token in tokens if token.pos_ in ("VERB", "AUX")]
    finite = [token for token in verbs if "Fin" in token.morph.get("VerbForm", [])]
    if not verbs:
        yield "no verb"
    if not finite:
        yield "no finite verb"
    elif "Past" in finite[0].morph.get("Tense", []):
        yield "past tense"
    if finite and finite[0] is tokens[0]:
        yield "verb first"
    lemmas = {token.lemma_ for token in verbs[:_HEAD]}
    yield from (f"auxiliary={word}" for word in _data()["auxiliaries"] if word in lemmas)
    head = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if head is not None:
        yield f"head={head.pos_}"


@cache
def _data() -> dict[str, Any]:
    return read_toml(__package__, "words.toml")


@cache
def _patterns(section: str) -> dict[str, re.Pattern[str]]:
    return {n: re.compile(pattern, re.IGNORECASE) for n, pattern in _data()[section].items()}


def _title(title: str) -> str:
    """Return what an agenda item is about, as far as its title tells.

    Examples
    --------
    >>> _title("Verslag vorige vergadering"), _title("Nota Grondbeleid")
    ('previous', 'subject')
    """
    found = (name for name, pattern in _patterns("titles").items() if pattern.search(title))
    return next(found, "subject")
