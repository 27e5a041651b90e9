"""Reads names and organisations out of attendance lines."""

import re

from pipeline.structure.words import plain, word_set
from pipeline.types import Attendee

_PARENTHESES = re.compile(r"\(([^()]*)\)")
_ADDRESS = re.compile(r"^(?i:de (?:heer|heren|dames?))\s+")
_COUNT = re.compile(
    r"^\s*\(?\s*\d+\s+(?:personen|leden|deelnemers|aanwezigen)\s*\)?\s*[:.]?\s*", re.I
)
_LINE = re.compile(r"\s/\s|\n")
_SEPARATOR = re.compile(
    r"[,;•](?![^()]*\))|(?<=\))\s+(?=[A-Z])|\.\s+(?=[A-Z]\w{0,12}:)"
    r"|(?<=[a-z)])(?<!\sen)\s+(?=(?:de heer|mevrouw|dhr\.|mw\.|mevr\.)\s+(?:[a-z]{2,3}\.\s)*[A-Z])"
)
_MEMBER = re.compile(r"^(?i:het lid|de leden|leden)\s+(?=[A-Z])")
# A first name with another one in parentheses: "Bep (Elisabeth) Jansen".
_CALLED = re.compile(r"^(\s*[^\W\d]+) \([A-Z][a-z]+\)(?= [A-Z][^()]*$)")
_LONGEST_NAME = 60
_MOST_WORDS = 7


def people(text: str, organisation: str = "", *, present: bool = True) -> list[Attendee]:
    """Return the people whom a line of names lists.

    Examples
    --------
    >>> found = people("Anna Smit (Logius)(vz), Jan en Piet (VNG).")
    >>> [(person.name, person.organisation) for person in found]
    [('Anna Smit', 'Logius'), ('Jan', 'VNG'), ('Piet', 'VNG')]
    """
    found: list[Attendee] = []
    for line in _LINE.split(_COUNT.sub("", text.strip())):
        pair = comma_pair(line) if _LINE.search(text) else None
        entries = [pair[0]] if pair else _SEPARATOR.split(_CALLED.sub(r"\1", line))
        for entry in entries:
            found += _pair(entry, pair[1] if pair else organisation, present)
    return found


def comma_pair(text: str) -> tuple[str, str] | None:
    """Read ``Jan Jansen, Logius`` as a name and an organisation.

    Examples
    --------
    >>> comma_pair("Anna Smit, Logius (vz)")
    ('Anna Smit', 'Logius')
    >>> comma_pair("Anna Smit, VNG (presentatie)")
    ('Anna Smit', 'VNG')
    >>> comma_pair("Anna, Bert")
    """
    bare = " ".join(_PARENTHESES.sub(_keep_organisation, text).split())
    behind = re.fullmatch(r"([^(]*, [A-Z]{2,}) \([^()]*\)", bare)
    bare = behind[1] if behind else bare
    if bare.count(",") != 1 or "(" in bare:
        return None
    name, home = (part.strip(" .") for part in bare.split(","))
    return (name, home) if home and is_name(name) and len(name.split()) > 1 else None


def _keep_organisation(match: re.Match[str]) -> str:
    return "" if is_role(match[1]) else match[0]


def _pair(entry: str, organisation: str, present: bool) -> list[Attendee]:
    """Read one entry, which may hold two people of one organisation joined by ``en``."""
    home, rest = _home(_without_role(entry))
    home = home or organisation
    names = [name.strip(" .:-–*_\t") for name in re.split(r"\s+en\s+|\s+&\s+", rest)]
    return [Attendee(name, home, present) for name in names if is_name(name)]


def _without_role(entry: str) -> str:
    """Leave the office before a name out.

    Examples
    --------
    >>> _without_role("de leden: wethouder B. Smit")
    'B. Smit'
    """
    words = _MEMBER.sub("", entry.rsplit(": ", 1)[-1].strip()).split()
    roles = word_set("attendance.toml", "roles", "before")
    while len(words) > 1 and plain(words[0]) in roles:
        words = words[1:]
    return " ".join(words)


def _home(entry: str) -> tuple[str, str]:
    """Return the organisation in parentheses or behind a dash, and the entry without it."""
    home = ""
    for inside in _PARENTHESES.findall(entry):
        parts = [part.strip() for part in inside.split(",")]
        parts = [part for part in parts if part and not is_role(part)]
        if parts and not home:
            home = ", ".join(parts)
    rest = _PARENTHESES.sub(" ", entry)
    rest = rest.split("(")[0] if "(" in rest else rest
    dash = re.split(r"\s+[-–—|]\s+", rest, maxsplit=1)
    if len(dash) == 2 and (not home or is_role(dash[1])):
        home = home or ("" if is_role(dash[1]) else dash[1].strip(" ."))
        rest = dash[0]
    return home, " ".join(rest.split())


def is_role(part: str) -> bool:
    """Tell whether words behind a name say what somebody does, and not for whom."""
    words = plain(part)
    roles = word_set("attendance.toml", "roles", "words")
    if words in word_set("attendance.toml", "roles", "functions"):
        return True
    return words in roles or any(words.startswith(f"{role} ") for role in roles)


def is_name(text: str) -> bool:
    """Tell whether a text has the form of a name.

    Examples
    --------
    >>> is_name("Mw. De Groot"), is_name("[REDACTED]"), is_name("de agenda wordt gevolgd")
    (True, True, False)
    """
    words = _ADDRESS.sub("", text).split()
    if not words or len(text) > _LONGEST_NAME or len(words) > _MOST_WORDS:
        return False
    if plain(text) in word_set("attendance.toml", "roles", "not_names"):
        return False
    if any(char.isdigit() for char in text) or "@" in text or "/" in text:
        return False
    titles = word_set("attendance.toml", "titles", "words")
    first = next((word for word in words if plain(word) not in titles), words[-1])
    small = word_set("attendance.toml", "titles", "particles")
    capital = any(w[:1].isupper() or w[:1] == "[" for w in words)
    return capital and (first[:1].isupper() or first[:1] in "['’" or plain(first) in small)
