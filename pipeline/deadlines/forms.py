"""Turns the forms of the grammar into regular expressions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_YEAR = r"(?:20\d\d(?!\d)|'\d\d(?!\d))"
_DAY = r"(?<![\d./])(?<!\d,)(?:[12]\d|3[01]|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SLOT = re.compile(r"\{([a-z]+)\d*\}")
_TAILS = frozenset({"zin", "groep"})
_WORD = r"[^\s,.;:()!?|]+(?:\.\d[^\s,.;:()!?|]*)*"


class Forms:
    """Compiles forms against the tables and lists of a grammar.

    Parameters
    ----------
    grammar
        The contents of ``grammar.toml``.
    """

    def __init__(self, grammar: Mapping[str, Any]) -> None:
        self._lists: Mapping[str, list[str]] = grammar["lijsten"]
        self._shapes = _shapes(grammar)

    def compile(self, form: str) -> re.Pattern[str]:
        """Return the expression of a whole form, bounded by words.

        Raises
        ------
        KeyError
            If the form names an unknown table or list.
        """
        return re.compile(rf"(?<!\w)(?:{self._sequence(form)})(?!\w)", re.IGNORECASE)

    def needs(self, form: str) -> frozenset[str]:
        """Return the slots that every text of a form holds: those outside brackets."""
        bare = form
        while bare != (shorter := _BRACKETED.sub("", bare)):
            bare = shorter
        return frozenset(_SLOT.findall(bare)) - _TAILS

    def gate(self, slot: str) -> re.Pattern[str]:
        """Return an expression that finds whether a text holds the words of a slot at all."""
        return re.compile(rf"(?<!\w){self._slot(slot)}", re.IGNORECASE)

    def compile_before(self, forms: Iterable[str]) -> re.Pattern[str]:
        """Return an expression of text that ends with one of `forms`."""
        return re.compile(rf"(?<!\w)(?:{self._either(forms)})\s*$", re.IGNORECASE)

    def compile_after(self, forms: Iterable[str]) -> re.Pattern[str]:
        """Return an expression of text that begins with one of `forms`."""
        return re.compile(rf"\s*(?:{self._either(forms)})(?!\w)", re.IGNORECASE)

    def _either(self, forms: Iterable[str]) -> str:
        return "|".join(map(self._sequence, sorted(forms, key=len, reverse=True)))

    def _sequence(self, form: str) -> str:
        """Join words: white space goes with each word that follows the first sure one."""
        made, sure = "", False
        for word in _split(form, " "):
            expression, optional = self._word(word)
            space = "" if word in ("{zin}", "{groep}") else r"\s+"
            if not optional:
                made, sure = made + (space if sure else "") + expression, True
            elif sure:
                made += f"(?:{space}{expression})?"
            else:
                made += f"(?:{expression}{space})?"
        return made

    def _word(self, word: str) -> tuple[str, bool]:
        if word == "*":
            return _WORD, False
        if word[0] == "[" and _closing(word, 0) == len(word) - 1:
            return f"(?:{self._either(_split(word[1:-1], '|'))})", True
        return "".join(self._pieces(word)), False

    def _pieces(self, word: str) -> Iterator[str]:
        place = 0
        while place < len(word):
            mark, end = word[place], place
            if mark in "[({":
                end = _closing(word, place)
                yield self._enclosed(mark, word[place + 1 : end])
            else:
                yield r"[^\W\d]*" if mark == "*" else re.escape(mark)
            place = end + 1

    def _enclosed(self, mark: str, inner: str) -> str:
        if mark == "{":
            return self._slot(inner)
        return f"(?:{self._either(_split(inner, '|'))})" + ("?" if mark == "[" else "")

    def _slot(self, name: str) -> str:
        base = name.rstrip("0123456789")
        if base in self._lists:
            return f"(?:{self._either(self._lists[base])})"
        if base in _TAILS:
            return self._shapes[base]
        return f"(?P<{name}>{self._shapes[base]})"


def _shapes(grammar: Mapping[str, Any]) -> dict[str, str]:
    shapes = {
        name: "|".join(_words(sorted(table, key=len, reverse=True)))
        for name, table in grammar["tabellen"].items()
    }
    short = "|".join(grammar["lijsten"]["maandafkorting"])
    month = rf"(?:(?:{short})\b\.?|(?:{shapes['maand']})\b)"
    for name, known in grammar["hoofdletters"].items():
        shapes[name] = rf"(?-i:{'|'.join(_words(known))})"
    shapes |= {
        "maand": month,
        "getal": rf"(?:\d{{1,3}}|(?:{shapes['getal']})\b)",
        "dag": rf"{_DAY}(?:e|ste|de)?[\s-]+{month}(?:,?[\s-]*{_YEAR})?"
        rf"|{_DAY}([-/.])\s?{_MONTH}[-/.]\s?(?:20\d\d|'?\d\d)(?![\d.]\d|\d)"
        rf"|(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)",
        "kortedag": rf"(?<!-){_DAY}[/-]{_MONTH}(?![\d/-]|\.\d|\s+(?:wek|week|maand|dag|jaar|uur))",
        "daggetal": rf"{_DAY}(?:e|ste|de)?",
        "weekgetal": r"(?:[1-4]\d|5[0-3]|0?[1-9])(?!\d)",
        "jaartal": r"20\d\d(?![\d/-])",
        "jaar": _YEAR,
        "q": r"[qk]\s?[1-4]",
        "eigennaam": r"(?-i:[A-Z][a-z]{2,}\w*)",
        "letterwoord": r"(?-i:[A-Z][a-z]?[A-Z][A-Za-z]*)",
        "stuknummer": r"(?-i:[A-Z]{1,3}[.-]?\d[\d.]*)",
        "regel": r"[^\n]*",
        "haakje": r"\(",
    }
    stops = "|".join(_words(grammar["grenzen"]["groep"]))
    clause_stops = "|".join(_words(grammar["grenzen"]["zin"]))
    shapes["groep"] = rf"(?:\s+(?!(?:{stops})\b){_WORD}){{0,9}}"
    shapes["zin"] = rf"(?:\s+(?!(?:{clause_stops})\b){_WORD}){{1,14}}"
    return shapes


def _words(words: Iterable[str]) -> list[str]:
    return [re.escape(word).replace(r"\ ", r"\s+") for word in words]


def _split(form: str, separator: str) -> list[str]:
    """Split at a separator outside all brackets."""
    parts, depth = [""], 0
    for mark in form:
        depth += (mark in "[({") - (mark in "])}")
        if mark == separator and not depth:
            parts.append("")
        else:
            parts[-1] += mark
    return parts


def _closing(word: str, place: int) -> int:
    depth = 0
    for index in range(place, len(word)):
        depth += (word[index] in "[({") - (word[index] in "])}")
        if not depth:
            return index
    raise ValueError(f"unclosed bracket in the form {word!r}")
