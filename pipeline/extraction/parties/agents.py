"""Finds the parties that act in running words."""

from spacy.tokens import Doc, Token

from pipeline.extraction.parties.forms import promises
from pipeline.extraction.parties.groups import (
    Group,
    clause_from,
    left_of,
    pairs,
    past_bracket,
    right_of,
    words,
)
from pipeline.extraction.parties.verbs import agrees, clause_acts, is_finite, subject_acts

_OPENINGS = {
    ",",
    ";",
    ":",
    ".",
    "-",
    "–",
    "—",
    "•",
    "(",
    ">",
    "=>",
    "→",
    "*",
    "|",
    "[",
    "/",
    "!",
    "?",
}
_JOINS = {"en", "maar", "en/of", "dus", "want"}


def acts(doc: Doc, group: Group, start: int, end: int, *, ruling: bool = False) -> bool:
    """Tell whether a group acts in the stretch of tokens from `start` to `end`.

    Of a ruling an agent (``door``) does not count: it is part of what was ruled on.
    """
    if is_asked(doc, group, start, end, ruling=ruling):
        return True
    place = left_of(doc, group.first, start)
    before = doc[place].lower_ if place >= start else ""
    if ruling and doc[group.last - 1].lower_ in words("bodies"):
        return False
    if before in words("agent") or (before == "vanuit" and group.mentions[0].looks != "role"):
        return not ruling
    if before in words("task"):
        return not ruling
    if before in words("not_after"):
        return _relative_acts(doc, group, end)
    if before in words("condition"):
        return False
    if before in words("clause"):
        return not _no_task_clause(doc, place, start) and clause_acts(doc, group, end)
    return is_subject(doc, group, place, start, end)


def acting_part(
    doc: Doc, group: Group, start: int, end: int, *, ruling: bool = False
) -> Group | None:
    """Return the group if it acts, or the part of it that does.

    After a comma a new clause may begin: in ``het heet nu Y, Els gaat bellen`` only Els acts.
    """
    if acts(doc, group, start, end, ruling=ruling):
        return group
    for place in range(1, len(group.mentions)):
        part = Group(group.mentions[place:])
        if doc[part.first - 1].text == "," and acts(doc, part, start, end, ruling=ruling):
            return part
    return None


def is_asked(doc: Doc, group: Group, start: int, end: int, *, ruling: bool = False) -> bool:
    """Tell whether the group is asked, told or empowered to do something."""
    place = left_of(doc, group.first, start)
    before = [token.lower_ for token in doc[max(start, place - 4) : place + 1]]
    asked = (p for p in pairs("request.before") if not ruling or p[0] != "samen")
    if any(tuple(before[-len(p) :]) == p for p in asked):
        return True
    opening = place < start or doc[place].text in _OPENINGS or before[-1] in {"aan", "de", "het"}
    rest = _up_to_next_name(doc, group, end)
    if opening and group.known and any(_side_by_side(rest, p) for p in pairs("request.after")):
        return True
    verbs = [p[0] for p in pairs("request.around") if p[1] in rest]
    return bool(before) and before[-1] in verbs


def _up_to_next_name(doc: Doc, group: Group, end: int) -> list[str]:
    rest = list(clause_from(doc, group.last, end))
    names = [i for i, token in enumerate(rest) if token._.besluit_name and token.text[:1].isupper()]
    return [token.lower_ for token in rest[: names[0] if names else len(rest)]]


def _side_by_side(tokens: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(tokens[i : i + size]) == phrase for i in range(len(tokens) - size + 1))


def _relative_acts(doc: Doc, group: Group, end: int) -> bool:
    """Tell whether a relative clause makes the group act: ``bij Els, die neemt het mee``."""
    place = group.last
    if place + 2 >= end or doc[place].text != "," or doc[place + 1].lower_ != "die":
        return False
    verb = doc[place + 2]
    return is_finite(verb) and subject_acts(doc, group, verb, end)


def _no_task_clause(doc: Doc, place: int, start: int) -> bool:
    """Tell whether the word before ``dat`` makes the clause no task (``voorwaarde dat``)."""
    before = doc[max(start, place - 5) : place]
    return any(token.lower_ in words("no_task_that") for token in before)


def is_subject(doc: Doc, group: Group, place: int, start: int, end: int) -> bool:
    """Tell whether the group is the acting subject of a main clause.

    `place` is the place of the word before it: nothing, or punctuation where the verb follows;
    or the verb itself, which then has no subject before it.
    """
    after = right_of(doc, group.last, end)
    colon = after < end and doc[after].text == ":" and after + 1 < end
    if colon and is_finite(doc[after + 1]) and not _has_subject(doc, after + 1, end):
        return subject_acts(doc, group, doc[after + 1], end)
    if _opens(doc, place, start) and after < end and is_finite(doc[after]):
        return agrees(doc, group, doc[after]) and subject_acts(doc, group, doc[after], end)
    return _follows_verb(doc, group, place, start, end)


def _opens(doc: Doc, place: int, start: int) -> bool:
    """Tell whether a clause may begin after `place`."""
    while place >= start and doc[place].lower_ in words("small"):
        place -= 1
    if place < start:
        return True
    token = doc[place]
    return (
        token.text in _OPENINGS
        or token.lower_ in _JOINS
        or token.is_space
        or not _is_word(doc, place)
    )


def _is_word(doc: Doc, place: int) -> bool:
    return doc[place].text[:1].isalpha()


def _follows_verb(doc: Doc, group: Group, place: int, start: int, end: int) -> bool:
    while place >= start and doc[place].lower_ in words("small") and not is_finite(doc[place]):
        place -= 1
    if place < start or not is_finite(doc[place]):
        return False
    verb = doc[place]
    if not agrees(doc, group, verb):
        return False
    if _subject_before(doc, place, start) and not _has_object(doc, group, verb, end):
        return False
    return subject_acts(doc, group, verb, end)


def _has_object(doc: Doc, group: Group, verb: Token, end: int) -> bool:
    """Tell whether an object follows the group, which then is the subject of an auxiliary.

    In ``Els belt en gaat Karim mailen`` Karim is whom she mails; in ``en gaat Karim een brief
    schrijven`` he writes it.
    """
    if verb.lower_ not in words("auxiliary") or doc[verb.i - 1].lower_ != "en":
        return False
    return group.last < end and doc[group.last].pos_ in ("DET", "PRON", "NUM")


def promises_after(doc: Doc, group: Group, start: int) -> bool:
    """Tell whether a group is named behind a verb of promise: ``zo belooft wethouder Kuiper``."""
    place = left_of(doc, group.first, start)
    while place >= start and doc[place].lower_ in words("small"):
        place -= 1
    return place > start and doc[place].lower_ in promises()


def _subject_before(doc: Doc, verb: int, start: int) -> bool:
    """Tell whether a party or pronoun right before a verb is its subject."""
    place = verb - 1
    while place >= start and doc[place].lower_ in words("small"):
        place -= 1
    if place < start:
        return False
    before = doc[place]
    if before.text == ")" or before.lower_ in words("question"):
        return True
    if before.lower_ == "en" and any(is_finite(token) for token in doc[start:place]):
        return True  # the subject of the first verb goes on: "Els belt en mailt Karim"
    named = before._.besluit_name or (before.pos_ == "PROPN" and before.text[:1].isupper())
    return bool(named) or before.lower_ in words("pronouns.we")


def _has_subject(doc: Doc, verb: int, end: int) -> bool:
    following = [token.lower_ for token in doc[verb + 1 : min(end, verb + 3)]]
    return any(word in words("pronouns.we") for word in following)


def members(doc: Doc, group: Group, others: list[Group]) -> list[Group]:
    """Return the group, and the people in brackets behind it: ``UWV (Anja, Jochem)``."""
    closing = past_bracket(doc, group.last, len(doc))
    inside = [
        other
        for other in others
        if group.last < other.first < closing
        and all(m.looks in ("person", "guess") for m in other.mentions)
    ]
    return [group, *inside] if group.mentions[-1].looks != "person" else [group]
