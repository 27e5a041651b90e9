"""Finds who acts in words without a verb: ``Els - cijfers opvragen``, ``cijfers (Els)``."""

from spacy.tokens import Doc, Token

from pipeline.extraction.parties.forms import no_act
from pipeline.extraction.parties.groups import Group, past_bracket, words
from pipeline.extraction.parties.verbs import is_finite

_DASHES = {"-", "–", "—", ":", ",", ">"}
_STOPS = {"-", "–", "—", ":", ",", ".", ";", "(", ">"}
_LEADS = {"@", "voor", "werkgroepje"}


def named_parties(doc: Doc, groups: list[Group], start: int, end: int) -> list[Group]:
    """Return the parties that a task without acting subject names, or an empty list.

    They stand at its start, in brackets at its end, after an ``@``, or after its last comma.
    """
    ways = (_called, in_brackets, _at_start, _meeting, _at_end, _labelled)
    for way in ways:
        if found := [group for group in groups if way(doc, group, start, end)]:
            return found
    return []


def _called(doc: Doc, group: Group, start: int, end: int) -> bool:
    return doc[group.first].text.startswith("@") or (
        group.first > start and doc[group.first - 1].text == "@"
    )


def _at_start(doc: Doc, group: Group, start: int, end: int) -> bool:
    """Tell whether a task begins with who has it: ``Els hier een plaatje van maken``."""
    opening = [token.lower_ for token in doc[start : group.first]]
    if any(word not in words("articles") and word not in _LEADS for word in opening):
        return False
    if group.last >= end:
        return False
    after = doc[group.last]
    if "voor" in opening and after.lower_ != "om":
        return False
    if after.text in _DASHES or after.lower_ in {"om", "to"}:
        return _has_no_subject(doc, group.last + 1, end)
    infinitives = [t for t in _first_words(doc, group.last, end) if t.lower_.endswith("en")]
    return group.known and bool(infinitives) and _has_no_subject(doc, group.last, end)


def _has_no_subject(doc: Doc, place: int, end: int) -> bool:
    """Tell whether the words up to the next stop hold no finite verb and no subject."""
    words_here = _first_words(doc, place, end)
    finite = (
        token
        for token in words_here
        if is_finite(token) and (not token.lower_.endswith("en") or token.lower_ in no_act())
    )
    pronouns = (t for t in words_here if t.lower_ in words("pronouns.we"))
    return not any(finite) and not any(pronouns)


def _first_words(doc: Doc, place: int, end: int) -> list[Token]:
    found: list[Token] = []
    for token in doc[place:end]:
        if token.text in _STOPS or "\n" in token.text or token.lower_ in words("condition"):
            break
        found.append(token)
    return found


def _meeting(doc: Doc, group: Group, start: int, end: int) -> bool:
    """Tell whether two parties meet: ``nader overleg Geonovum en Logius``."""
    before = doc[group.first - 1].lower_ if group.first > start else ""
    return before in words("meeting") and (len(group.mentions) > 1 or group.last - group.first > 1)


def in_brackets(doc: Doc, group: Group, start: int, end: int) -> bool:
    """Tell whether a group stands first in brackets that belong to no name before them."""
    if group.first == start or doc[group.first - 1].text not in {"(", "[", "<"}:
        return False
    return not doc[group.first - 2]._.besluit_name if group.first - 2 >= start else True


def _labelled(doc: Doc, group: Group, start: int, end: int) -> bool:
    """Tell whether a task begins with a subject that has done or wants to do something."""
    opening = [token.lower_ for token in doc[start : group.first]]
    if any(word not in words("articles") for word in opening) or not group.known:
        return False
    place = past_bracket(doc, group.last, end)
    return place < end and doc[place].lower_ in words("labelled")


def _at_end(doc: Doc, group: Group, start: int, end: int) -> bool:
    """Tell whether a task ends with who has it: ``use cases verzamelen, Logius``."""
    place = past_bracket(doc, group.last, end)
    tail = [token.text for token in doc[place:end] if token.text.strip(" .>)")]
    before = doc[group.first - 1].text if group.first > start else ""
    return not tail and before in {",", ":", "-", "–", "—"} and group.known
