"""The automatic numbers of Word, which stand in no run of text."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from pipeline.reading.word_styles import Place

_DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of a document, in order.

    Parameters
    ----------
    word
        The document, for its definitions of lists.
    """

    def __init__(self, word: WordDocument) -> None:
        self._levels = _levels(word)
        self._counts: dict[str, dict[int, int]] = {}

    def marker(self, place: Place | None) -> tuple[str, int] | None:
        """Return the marker and depth (from 1) of a paragraph at a place in a list, or None.

        Call it for each paragraph once, in order.
        """
        if place is None or place[0] == "0":
            return None
        number, depth = place
        level = self._levels.get(number, {}).get(depth)
        if level is None:
            return ("", depth + 1)
        if level.form == "bullet":
            return ("-", depth + 1)
        counts = self._counts.setdefault(number, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return (self._text(number, depth, counts), depth + 1)

    def _text(self, number: str, depth: int, counts: dict[int, int]) -> str:
        text = self._levels[number][depth].text
        for place in range(depth + 1):
            level = self._levels[number].get(place)
            shown = _shown(counts.get(place, level.start if level else 1), level)
            text = text.replace(f"%{place + 1}", shown)
        return text.strip(" .()\u00a0")


def _shown(count: int, level: _Level | None) -> str:
    if level is None or level.form == _DECIMAL or not 0 < count <= 26:
        return str(count)
    letter = chr(ord("a") + count - 1)
    forms = {"lowerLetter": letter, "upperLetter": letter.upper()}
    return forms.get(level.form, str(count))


def _levels(word: WordDocument) -> dict[str, dict[int, _Level]]:
    """Read the levels of every list number of the document."""
    try:
        root = word.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {
        node.get(qn("w:abstractNumId")): {
            int(level.get(qn("w:ilvl"))): _level(level) for level in node.iter(qn("w:lvl"))
        }
        for node in root.iter(qn("w:abstractNum"))
    }
    found = {}
    for node in root.iter(qn("w:num")):
        reference = node.find(qn("w:abstractNumId"))
        if reference is not None:
            found[node.get(qn("w:numId"))] = abstract.get(reference.get(qn("w:val")), {})
    return found


def _level(node: object) -> _Level:
    def value(name: str, fallback: str) -> str:
        child = node.find(qn(name))  # type: ignore[attr-defined]
        return fallback if child is None else child.get(qn("w:val")) or fallback

    start = value("w:start", "1")
    return _Level(
        form=value("w:numFmt", "bullet"),
        text=value("w:lvlText", ""),
        start=int(start) if start.isdigit() else 1,
    )
