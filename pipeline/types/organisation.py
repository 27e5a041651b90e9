"""An organisation of the register."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Organisation:
    """A government organisation or a body beside it.

    `identifier` is its TOOI identifier (a URI) or empty; `since` and `until` bound the days on
    which it existed, open where unknown.
    """

    name: str
    identifier: str = ""
    abbreviations: tuple[str, ...] = ()
    kind: str = ""
    since: date | None = None
    until: date | None = None
