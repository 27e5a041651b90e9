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
_OFTEN = 3
_QUOTES = re.compile(r"(?<!\w)[‘’“”\"']+|[‘’“”\"']+(?!\w)")
# What else a committee deals with: "Ruimte, wonen en natuur".
_FIELDS = re.compile(r"(?:, [^\W\d]+){1,3} en [^\W\d]+(?=$|\s*[·,;:.(–-])")
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
    >>> name_in("Open Data: verslag werkgroep Water en Bodem/Ondergrond")
    'Open Data: werkgroep Water en Bodem/Ondergrond'
    """
    for part in re.split(r"\s*[;·]\s*|\.\s+", _bare_line(line)):
        match = _title_pattern().search(part)
        if match is None:
            continue
        fields = _FIELDS.match(part, match.end())
        name = f"{match['before']}{match['kind']}{match['after']}{fields[0] if fields else ''}"
        if not _words(name) & word_set(_FILE, "stops", "verbs"):
            return _trimmed(_without_session(name))
    return ""


def _bare_line(line: str) -> str:
    """Return a line without dates, mark-up, quotation marks and the document's word in it."""
    text = _QUOTES.sub(" ", _without_dates(line))
    text = " ".join(re.sub(r"[*_#|]+|/{2,}", " ", text).split()).strip(" /")
    documents = _either(word_set(_FILE, "stops", "documents"))
    return re.sub(rf"(?i):\s*(?:{documents})\s+(?=\w)", ": ", text)


def _without_session(name: str) -> str:
    """Leave out the word for the meeting before that for the body: `Overleg werkgroep X`."""
    session, _, rest = name.partition(" ")
    doubled = session.lower() in word_set(_FILE, "kinds", "weak")
    return rest if doubled and re.match(rf"(?i:{_strong()})\b", rest) else name


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
        place = rf"(?:\s+(?:van )?(?:de |het )?(?P<home>(?i:{homes}))\s*(?P<place>{_PLACE}))?"
        match = re.fullmatch(rf"(?i:{forms}){place}(?:\s+en\s.*)?", name)
        if match is None or (match["place"] and not (entry["bare"] or match["home"])):
            continue
        home = _cased(_before_stop(match["place"] or ""))
        if match["place"] and not home:
            continue
        if home and not entry["bare"]:
            home = f"{_cased(match['home'])} {home}"
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
    found: Counter[str] = Counter()
    for group, least in (("words", 1), ("sessions", 2)):
        ends = _either(word_set(_FILE, "members", group))
        names = Counter(re.findall(rf"\b([A-Z]{{2,6}})(?=-(?:{ends})\b)", text))
        found += Counter({name: times for name, times in names.items() if times >= least})
    return found.most_common(1)[0][0] if found else ""


def called(text: str) -> str:
    """Return the kind that a text calls its own body by without a name, or an empty string.

    Examples
    --------
    >>> called("De werkgroep stemt in. Dat vindt deze werkgroep, zeggen de werkgroepleden.")
    'Werkgroep'
    """
    found = Counter(
        match[1].lower()
        for match in re.finditer(rf"\b[Dd]e(?:ze)? ({_strong()})(?:leden)?\b(?! [A-Z(])", text)
    )
    kind, times = found.most_common(1)[0] if found else ("", 0)
    return kind.capitalize() if times >= _OFTEN else ""


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
    name = re.sub(rf"(?i)(?:[\s,:–-]+(?:{trailing})(?:\s+[\d/.:]+)*)+[\s,:–(-]*$", "", name)
    name = re.sub(rf"(?i)(?:\s+(?:{_either(word_set(_FILE, 'stops', 'hanging'))}))+$", "", name)
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
    word = rf"(?!(?i:{lead}|{stop})\b)[\w²&'’.()/-]+[\s:,–-]+"
    before = rf"(?P<before>(?:{word}(?:en\s+(?={word}))?){{0,6}})"
    stop = _either({*word_set(_FILE, "stops", "words"), *word_set(_FILE, "stops", "documents")})
    after = rf"(?P<after>(?:[\s–-]+(?!(?i:{stop})\b|\([a-z])[^\s·,;:|]+){{0,12}})"
    short = _either(_short())
    kinds = rf"(?P<kind>(?<!\w)(?!(?i:{lead})\b)(?:{kind}|(?:{short})(?![\w&])))"
    return re.compile(rf"(?<![\w²-]){before}{kinds}{compound}(?!\w){after}")
