"""Tells a verbatim report, in which the speakers have the floor in turn, from other minutes."""

import re
from dataclasses import dataclass

from pipeline.data import read_toml
from pipeline.types import BlockKind, Document


@dataclass(frozen=True, slots=True)
class Verbatim:
    """How a turn begins, how many make a verbatim report, and the rules that count in one."""

    turn: re.Pattern[str]
    least: int
    share: float
    rules: frozenset[str]

    @classmethod
    def from_data(cls) -> "Verbatim":
        """Read the section of the data file."""
        data = read_toml(__package__, "context.toml")["verbatim"]
        turn = re.compile(data["turn"], re.IGNORECASE)
        return cls(turn, data["least"], data["share"], frozenset(data["rules"]))

    def holds(self, document: Document) -> bool:
        """Tell whether a document is a verbatim report."""
        told = [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
        turns = sum(bool(self.turn.match(text)) for text in told)
        return turns >= max(self.least, self.share * len(told))
