"""Splits the words of an owner column or label into parties."""

import re

_SEPARATORS = re.compile(r"\s*(?:[,;/+&\n|]|\ben\b|\bi\.s\.m\.|\bmet\b|\bism\b)\s*")
_LEAD = re.compile(
    r"^(?:(?:voor|door|aan|actie|actiehouder|trekker|is|wie|allen:|:|-|–|\(|\[)\s*)+", re.IGNORECASE
)
_NOBODY = re.compile(r"^(?:-+|–|n\.?v\.?t\.?|nvt|\?+|tbd|p\.?m\.?|nader te bepalen|geen|x)$", re.I)
_GROUP = re.compile(r"\s*\(([^()]*(?:,|\+|/|\ben\b)[^()]*)\)")
_LONGEST = 60


def split_owners(text: str) -> tuple[str, ...]:
    """Return the parties that an owner cell names, as written.

    Examples
    --------
    >>> split_owners("Frank/Tim en VNG")
    ('Frank', 'Tim', 'VNG')
    >>> split_owners("n.v.t.")
    ()
    >>> split_owners("Frank (Geonovum), allen")
    ('Frank (Geonovum)', 'allen')
    >>> split_owners("FSC-team (Els + Karim)")
    ('FSC-team', 'Els', 'Karim')
    """
    closed, insides = _hide_brackets(_LEAD.sub("", _open_groups(text.strip())))
    parts = (_show_brackets(part, insides) for part in _SEPARATORS.split(closed))
    cleaned = (part.strip(" .:?-–*_") for part in parts)
    return tuple(p for p in cleaned if p and len(p) <= _LONGEST and not _NOBODY.match(p))


def _open_groups(text: str) -> str:
    """Take away the brackets around several names: each of them is a party."""
    return _GROUP.sub(r", \1", text)


def _hide_brackets(text: str) -> tuple[str, list[str]]:
    """Put a mark in the place of what stands in brackets, so that it is not split."""
    insides = re.findall(r"\([^()]*\)", text)
    return re.sub(r"\([^()]*\)", "\x00", text), insides


def _show_brackets(part: str, insides: list[str]) -> str:
    while "\x00" in part and insides:
        part = part.replace("\x00", insides.pop(0), 1)
    return part
