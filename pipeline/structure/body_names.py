"""Reads the names of meeting bodies out of lines and running text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from pipeline.data import read_toml
from pipeline.structure.dates import find_dates
from pipeline.structure.words import word_set

_FILE = "body.toml"
_FRONT_CHARACTERS = 2000
_PLACE = (
    r"[A-Z][\w'’-]+(?: (?:(?:aan|op|bij|en|van|de|den|der|het|ter|'t) ){0,2}[A-Z][\w'’-]+){0,2}"
)


def name_in(line: str) -> str:
    """Return the body in a title line: what is left without the words for the document.

    Examples
    --------
    >>> name_in("Concept verslag Technisch Overleg Digikoppeling, 8 maart 2022")
    'Technisch Overleg Digikoppeling'
    >>> name_in("Functional Advisory Board session #3 - 15 december 2021")
    'Functional Advisory Board'
    >>> name_in("Werkgroepbijeenkomst 9 januari 2025")
    'Werkgroep'
    """
    text = " ".join(re.sub(r"[*_/#|]+", " ", _without_dates(line)).split())
    for part in re.split(r"\s*[;·]\s*|\.\s+", text):
        match = _title_pattern().search(part)
        name = f"{match['before']}{match['kind']}{match['after']}" if match else ""
        if name and not _words(name) & word_set(_FILE, "stops", "verbs"):
            return _trimmed(name)
    return ""


def is_bare(name: str) -> bool:
    """Tell whether a name is a kind of meeting without a name of its own."""
    return name.lower().strip() in word_set(_FILE, "kinds", "words") or name in _short()


def is_weak(name: str) -> bool:
    """Tell whether a name begins with a kind that rather names a session than a body."""
    return name.lower().split()[0] in word_set(_FILE, "kinds", "weak")


def unfolded(name: str, text: str) -> str:
    """Write the abbreviation of a kind out, as its list or the text does.

    Examples
    --------
    >>> unfolded("WG Notificeren", ""), unfolded("TO Zaken", "Dit technisch overleg is nieuw.")
    ('Werkgroep Notificeren', 'Technisch Overleg Zaken')
    """
    first, _, rest = name.partition(" ")
    if first not in _short():
        return name
    kinds = (k for k in word_set(_FILE, "kinds", "words") if _initials(k) == first)
    said = next((k.title() for k in sorted(kinds) if k in text.lower()), first)
    return f"{_short()[first] or said} {rest}".strip()


def canonical(name: str, text: str) -> str:
    """Return the full name of a body that has many namesakes, or an empty string.

    Examples
    --------
    >>> canonical("raad van de gemeente Delft", "")
    'Gemeenteraad Delft'
    >>> canonical("Dagelijks Bestuur", "Waterschap Grote Geest, vergadering van 2 mei")
    'Dagelijks bestuur Waterschap Grote Geest'
    """
    for title, entry in read_toml("pipeline.structure", _FILE)["alone"].items():
        forms, homes = _either(entry["forms"]), _either([*entry["places"], ""])
        place = rf"(?:\s+(?:van )?(?:de |het )?(?i:{homes})\s*(?P<place>{_PLACE}))?"
        match = re.fullmatch(rf"(?i:{forms}){place}(?:\s+en\s.*)?", name)
        if match is None or (match["place"] and not entry["bare"]):
            continue
        home = _cased(_before_stop(match["place"] or ""))
        if match["place"] and not home:
            continue
        return f"{title} {home or place_of(text, entry['places'], bare=entry['bare'])}".strip()
    return ""


def lacks_place(name: str) -> bool:
    """Tell whether a name is that of a kind of public body, without which one."""
    alone = read_toml("pipeline.structure", _FILE)["alone"]
    return name in alone and bool(alone[name]["places"])


def place_of(text: str, homes: list[str], *, bare: bool = False) -> str:
    """Return the public body that the top of a text names, else the one it names most often.

    With `bare` the word before the name (`gemeente`) is left off.

    Examples
    --------
    >>> place_of("Gemeente Den Haag Raadsgriffie", ["gemeente"], bare=True)
    'Den Haag'
    """
    if not homes:
        return ""
    pattern = re.compile(rf"\b(?P<home>(?i:{_either(homes)})) +(?P<place>{_PLACE})")
    found = [
        (match["home"], home)
        for match in pattern.finditer(text)
        if (home := _before_stop(match["place"]))
    ]
    top = pattern.search(text[:_FRONT_CHARACTERS])
    if not found:
        return ""
    home, place = found[0] if top else Counter(found).most_common(1)[0][0]
    return _cased(place) if bare else f"{_cased(home)} {_cased(place)}"


def stronger(name: str, text: str) -> str:
    """Name the body rather than its session, where the text knows a body of the same name.

    Examples
    --------
    >>> stronger("sessie Open Data", "De werkgroep Open Data is vorig jaar begonnen.")
    'werkgroep Open Data'
    """
    first, _, rest = name.partition(" ")
    if first.lower() not in word_set(_FILE, "kinds", "weak") or not rest:
        return name
    found = re.search(rf"\b(?i:{_strong()}) {re.escape(rest)}", text)
    return found[0] if found else name


def named_kinds(text: str, kind: str = "") -> Iterator[str]:
    """Yield the kinds with a name that a text holds, the most frequent first."""
    kinds = re.escape(kind) if kind else _strong()
    found = re.finditer(rf"\b(?i:{kinds})(?: [A-Z][\w-]+){{1,4}}", text)
    yield from (name for name, _ in Counter(match[0] for match in found).most_common())


def short_of_members(text: str) -> str:
    """Return the X that is most often in `X-leden` and the like, or an empty string."""
    members = _either(word_set(_FILE, "members", "words"))
    found = Counter(re.findall(rf"\b([A-Z]{{2,6}})(?=-(?:{members})\b)", text))
    return found.most_common(1)[0][0] if found else ""


def article_short(text: str) -> str:
    """Return the abbreviation of a kind that running text most often calls itself by.

    Examples
    --------
    >>> article_short("Het TO stemt in. De vraag ligt voor in het TO.")
    'TO'
    """
    found = Counter(re.findall(rf"\b[Hh]et ({_either(_short())})(?![\w&-])", text))
    name, times = found.most_common(1)[0] if found else ("", 0)
    return name if times > 1 else ""


def _words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", text)}


def _without_dates(text: str) -> str:
    for mention in reversed(find_dates(text)):
        text = f"{text[: mention.start]} · {text[mention.end :]}"
    return text


def _trimmed(name: str) -> str:
    trailing = _either(word_set(_FILE, "stops", "trailing"))
    name = re.sub(rf"(?i)(?:[\s,:–-]+(?:{trailing})(?:\s+\d+)?)+[\s,:–(-]*$", "", name)
    return name.strip(" ,.:-–—(")


def _initials(kind: str) -> str:
    return "".join(word[0].upper() for word in kind.split())


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name


def _before_stop(place: str) -> str:
    """Cut a place off at a word that belongs to no place."""
    words = place.split()
    stops = word_set(_FILE, "places", "stops")
    end = next((i for i, word in enumerate(words) if word.lower() in stops), len(words))
    return " ".join(words[:end])


@cache
def _short() -> Mapping[str, str]:
    table: dict[str, str] = read_toml("pipeline.structure", _FILE)["short"]
    return table


@cache
def _strong() -> str:
    kinds = word_set(_FILE, "kinds", "words") - word_set(_FILE, "kinds", "weak")
    return _either(kinds - {"raad"})


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered)


@cache
def _title_pattern() -> re.Pattern[str]:
    stop = _either(word_set(_FILE, "stops", "words"))
    lead = _either(word_set(_FILE, "stops", "leading"))
    alone = read_toml("pipeline.structure", _FILE)["alone"].values()
    forms = _either(form for entry in alone for form in entry["forms"])
    kind = rf"(?i:{forms})|(?i:[\w²-]*(?:{_either(word_set(_FILE, 'kinds', 'words'))}))"
    held = _either(word_set(_FILE, "kinds", "compounds"))
    compound = rf"(?i:s?[\s-]?(?:{held})\b(?:\s+\d+\b)?)?"
    before = rf"(?P<before>(?:(?!(?i:{lead}|{stop})\b)[\w²&'’.()/-]+[\s:,–-]+){{0,6}})"
    after = rf"(?P<after>(?:[\s–-]+(?!(?i:{stop})\b|\([a-z])[^\s·,;:|]+){{0,9}})"
    short = _either(_short())
    kinds = rf"(?P<kind>(?<!\w)(?!(?i:{lead})\b)(?:{kind}|(?:{short})(?![\w&])))"
    return re.compile(rf"(?<![\w²-]){before}{kinds}{compound}(?!\w){after}")
