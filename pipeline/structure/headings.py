"""Finds the lines of a document that may be headings, and what each one heads."""

import re
from dataclasses import dataclass
from enum import StrEnum

from pipeline.structure.dates import find_dates
from pipeline.structure.words import group_of, phrases, plain, word_set
from pipeline.types import Block, BlockKind, Document, Kind

LONGEST = 220
LONGEST_BOLD = 120
LONGEST_BARE = 60
DEEPEST = 9
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?|[A-Z](?:\.\d{1,2})?|[IVX]{1,4})")
_LEADING = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[A-Z]\.\d{1,2})(?:[.):]|\s)\s*(?=[^\W\d]|[\"“‘'<\[(])"
)
_LONE_NUMBER = re.compile(
    r"(?i)(?:agendapunt\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)\s*[.:)]?"
)
_TEMPLATE = re.compile(r"\{\{[<%].*?title\s*=\s*[\"“](?P<title>[^\"”]+)[\"”].*")
_TRAILER = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*:?\s*$")
_CAPITALS = re.compile(r"(?:[^\Wa-z][^\sa-z]*\s+){2,}(?=[^\W\d_][a-zà-ÿ])")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Role(StrEnum):
    """What stands under a heading."""

    ITEM = "item"
    ATTENDANCE = "attendance"
    AGENDA = "agenda"
    SUMMARY = "summary"
    ATTACHMENT = "attachment"
    META = "meta"
    CONTAINER = "container"
    LIST = "list"
    TITLE = "title"
    LABEL = "label"


class Family(StrEnum):
    """What makes a line look like a heading."""

    HEADING = "heading"
    NUMBERED = "numbered"
    BOLD = "bold"
    WORD = "word"
    PLAIN = "plain"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may be a heading; `depth` counts from 1, the highest."""

    block: int
    number: str
    title: str
    depth: int
    role: Role
    family: Family


def candidates(document: Document) -> list[Heading]:
    """Return the lines that look like headings, in order."""
    found = []
    for index, block in enumerate(document.blocks):
        heading = _candidate(index, block)
        if heading is None or not _has_words(heading.title):
            heading = _split_over_lines(document, index) or heading
        if heading is None or (heading.title and not _has_words(heading.title)):
            continue
        if not _in_bullets(document, index):
            found.append(heading)
    return found


def _in_bullets(document: Document, index: int) -> bool:
    """Tell whether a heading with a bullet is one of a list of them, and so heads nothing."""
    around = document.blocks[max(index - 1, 0) : index + 2]
    alike = [b for b in around if b.kind is BlockKind.HEADING and is_bullet(b.marker)]
    return is_bullet(document.blocks[index].marker) and len(alike) > 1


def _split_over_lines(document: Document, index: int) -> Heading | None:
    """Return an item whose number stands on a line of its own, with its title on the next."""
    block = document.blocks[index]
    after = document.blocks[index + 1 : index + 2]
    number = _LONE_NUMBER.fullmatch(f"{block.marker} {block.text}".strip())
    if number is None or not after or after[0].kind is not BlockKind.PARAGRAPH:
        return None
    title = after[0].text.strip()
    if not _has_words(title) or len(title) > LONGEST_BOLD or not title[0].isupper():
        return None
    family = Family.HEADING if block.kind is BlockKind.HEADING else Family.NUMBERED
    return _heading(index, number["number"], title, max(block.level, 1), family)


def _has_words(title: str) -> bool:
    """Tell whether a title holds words, and does not begin within parentheses."""
    balanced = title.count(")") <= title.count("(")
    return balanced and sum(letter.isalpha() for letter in title) >= 2


def _candidate(index: int, block: Block) -> Heading | None:
    if block.kind is BlockKind.TABLE_ROW:
        return None
    template = _TEMPLATE.match(block.text)
    if template:
        return _heading(index, "", template["title"], 1, Family.HEADING)
    if len(block.text) > LONGEST:
        return _long(index, block)
    return _from_block(index, block)


def _from_block(index: int, block: Block) -> Heading | None:
    number, title = split_number(block)
    if block.kind is BlockKind.HEADING and not number and _is_sentence(title):
        title = _first_sentence(title)
    if block.kind is BlockKind.HEADING and not (number == "" and _is_sentence(title)):
        depth = block.level or 1 + number.count(".")
        return _heading(index, number, title, depth, Family.HEADING)
    if number:
        below = number[-1:].islower() and (len(number) > 1 or block.level < 2)
        depth = max(block.level, 1) + number.count(".") + below
        bold = 0 < len(block.text) <= block.emphasis
        spoken = _is_sentence(title) and not bold
        title = _capitals(title) if spoken else _before_colon(title)
        return _heading(index, number, title, depth, Family.NUMBERED)
    if block.kind is BlockKind.PARAGRAPH:
        return _from_paragraph(index, block)
    return None


def _before_colon(title: str) -> str:
    """Cut the text off that a numbered line gives behind its title.

    Examples
    --------
    >>> _before_colon("Verslag vorig overleg: geen opmerkingen")
    'Verslag vorig overleg'
    >>> _before_colon("Issue 4: labels")
    'Issue 4: labels'
    """
    head, colon, rest = title.partition(": ")
    return head if colon and rest.strip() and len(head.split()) >= 3 else title


def _capitals(text: str) -> str:
    """Return the title in capitals with which a line begins, if other words follow on it.

    Examples
    --------
    >>> _capitals("NOTA GROEN 2024 De raad stemt in.")
    'NOTA GROEN 2024'
    >>> _capitals("NOTA GROEN"), _capitals("GGD stemt in.")
    ('', '')
    """
    found = _CAPITALS.match(text)
    return found[0].rstrip() if found and len(found[0].split()) > 1 else ""


def _first_sentence(title: str) -> str:
    """Return the first of the sentences that a heading holds, if there are more.

    Examples
    --------
    >>> _first_sentence("Keuze van de hoster. We kijken eerst naar de prijs.")
    'Keuze van de hoster'
    """
    head, stop, rest = title.partition(". ")
    return head if stop and rest[:1].isupper() and len(head.split()) > 1 else title


def _is_sentence(title: str) -> bool:
    """Tell whether an unnumbered line is too much of a sentence, or an address, for a title."""
    text = title.rstrip()
    return text.startswith("http") or (text.endswith((".", ";", ",")) and len(text.split()) > 7)


def _from_paragraph(index: int, block: Block) -> Heading | None:
    text = block.text.rstrip()
    bold = 0 < len(text) <= block.emphasis
    role = role_of(text)
    if role not in (Role.ITEM, Role.LABEL) and len(text) <= LONGEST_BOLD:
        family = Family.BOLD if bold else Family.WORD
        return Heading(index, "", clean_title(text), DEEPEST, role, family)
    if bold and len(text) <= LONGEST_BOLD and text[-1] not in ".;:," and not _is_sentence(text):
        return _heading(index, "", text, 1, Family.BOLD)
    return None


def _long(index: int, block: Block) -> Heading | None:
    """A numbered point whose text follows at once: its title is its bold start, or empty."""
    number, text = split_number(block)
    if not number or block.kind is BlockKind.HEADING:
        return None
    bold = 0 < block.emphasis <= LONGEST_BOLD
    title = text[: block.emphasis] if bold else _capitals(text) or _before_dash(text)
    depth = max(block.level, 1)
    return Heading(index, number, clean_title(title), depth, Role.ITEM, Family.NUMBERED)


def _before_dash(text: str) -> str:
    """Return the subject that a long numbered point names before a dash, if it does."""
    head, dash, _ = re.sub(r"\s[–—]\s", " - ", text).partition(" - ")
    sentence = re.search(r"[.?!]\s", head) is not None
    return head if dash and 2 < len(head.split()) <= 14 and not sentence else ""


def _heading(index: int, number: str, title: str, depth: int, family: Family) -> Heading:
    return Heading(index, number, clean_title(title), depth, role_of(title), family)


def is_bullet(marker: str) -> bool:
    """Tell whether a marker is a bullet and no number."""
    return bool(marker) and (not marker[0].isalnum() or marker == "o")


def split_number(block: Block) -> tuple[str, str]:
    """Return the number that a block's line begins with, and the rest.

    Examples
    --------
    >>> split_number(Block(BlockKind.LIST_ITEM, "Opening", 0, 7, marker="1"))
    ('1', 'Opening')
    >>> split_number(Block(BlockKind.PARAGRAPH, "Agendapunt 4: Begroting", 0, 23))
    ('4', 'Begroting')
    """
    marker = block.marker.strip("().")
    if marker and marker != "o" and _NUMBER.fullmatch(marker):
        return marker, block.text
    if re.fullmatch(r"[a-z]", marker) and marker != "o":
        return marker, block.text
    prefixes = "|".join(word_set("words.toml", "items", "prefixes"))
    said = re.match(rf"(?i)(?:{prefixes})\s+(\d+(?:\.\d+)?[a-z]?)\s*[:.–-]?\s*(?=\S)", block.text)
    if said:
        return said[1], block.text[said.end() :]
    leading = _LEADING.match(block.text) if _may_lead(block) else None
    capital = leading is not None and not block.text[leading.end() :][:1].islower()
    heading = block.kind is BlockKind.HEADING
    if leading and (heading or capital) and not find_dates(block.text[:20]):
        return leading["number"], block.text[leading.end() :]
    return "", block.text


def _may_lead(block: Block) -> bool:
    """Tell whether a line may begin with a number that the reader left in its text."""
    short = len(block.text) <= LONGEST_BOLD and not block.text.rstrip().endswith((".", ";", ","))
    return block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and short)


def clean_title(title: str) -> str:
    """Return a title without mark-up, final colon and the speaker's name in parentheses.

    Examples
    --------
    >>> clean_title("Opening & mededelingen (vz)")
    'Opening & mededelingen'
    >>> clean_title("Roadmap (Frank de Wit):")
    'Roadmap'
    >>> clean_title("Nota parkeren (RIS123456)")
    'Nota parkeren (RIS123456)'
    """
    words = " ".join(_LINK.sub(r"\1", title).replace("**", "").split())
    trailer = _TRAILER.search(words)
    if trailer and trailer.start() > 0 and _is_speaker(trailer["inside"]):
        words = words[: trailer.start()]
    words = words.strip(" *_#:✅☑✔➡▶").strip()
    whole = words.endswith(".") and "." not in words.split()[-1][:-1]
    return words[:-1] if whole else words


def _is_speaker(inside: str) -> bool:
    words = inside.replace("/", " ").replace(",", " ").replace("&", " ").split()
    roles = word_set("words.toml", "speakers", "roles")
    if phrases("words.toml", "speakers", "openings").start(inside):
        return True
    if plain(inside) in roles or (words and all(plain(word) in roles for word in words)):
        return True
    names = [word for word in words if word[:1].isupper() and word[1:].replace("-", "").islower()]
    small = {"van", "de", "den", "der", "en", "te", "ter", "ten", "het", "t"}
    rest = [word for word in words if word not in names and word not in small]
    return 2 <= len(words) <= 9 and len(names) >= 2 and not rest


def role_of(title: str) -> Role:
    """Return what a title heads; `Role.ITEM` when no word list knows it.

    Examples
    --------
    >>> role_of("Aanwezigen:"), role_of("Actielijst"), role_of("Begroting")
    (<Role.ATTENDANCE: 'attendance'>, <Role.LIST: 'list'>, <Role.ITEM: 'item'>)
    """
    if len(title) > LONGEST_BOLD:
        return Role.ITEM
    if phrases("words.toml", "labels", "alone").match(title):
        return Role.LABEL
    if group_of("words.toml", "lists", title):
        return Role.LIST
    if phrases("words.toml", "labels", "phrases").start(title):
        return Role.LABEL
    group = group_of("words.toml", "headings", title)
    return Role(group) if group else Role.ITEM


def kind_of(heading: str) -> Kind | None:
    """Return the kind that a list's heading names.

    Examples
    --------
    >>> kind_of("Toezeggingenlijst"), kind_of("Besluiten en acties")
    (<Kind.TOEZEGGING: 'toezegging'>, None)
    """
    group = group_of("words.toml", "lists", heading)
    return Kind(group) if group in set(Kind) else None


def plain_headings(document: Document) -> list[Heading]:
    """Return short bare lines above text, if one of them is a usual agenda item.

    The last resort, for documents without any mark-up of headings.
    """
    found = []
    for index, block in enumerate(document.blocks[:-1]):
        if _is_bare_line(block) and _opens_text(document, index):
            found.append(_heading(index, "", block.text, 1, Family.PLAIN))
    usual = [h for h in found if phrases("words.toml", "items", "usual").match(h.title)]
    first = usual[0].block if usual else 0
    return [h for h in found if h.block >= first] if usual and len(found) > 1 else []


def _is_bare_line(block: Block) -> bool:
    text = block.text.rstrip()
    plain_line = block.kind is BlockKind.PARAGRAPH and not block.marker
    return plain_line and 3 <= len(text) <= LONGEST_BARE and text[-1] not in ",;:"


def _opens_text(document: Document, index: int) -> bool:
    after = document.blocks[index + 1]
    if after.kind is BlockKind.LIST_ITEM:
        return True
    return after.kind is BlockKind.PARAGRAPH and len(after.text) > 2 * LONGEST_BARE
