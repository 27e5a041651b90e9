"""Whether a word is a verb with a subject, and whether its subject acts."""

from spacy.tokens import Doc, Token

from pipeline.extraction.parties.forms import finite_forms, no_act, phrases
from pipeline.extraction.parties.groups import Group, clause_from, words

_ENDINGS = ("t", "n", "de", "te")
_AFTER_PARTICLE = {"met", "om", "dat", "te", "of", "en"}


def is_finite(token: Token) -> bool:
    """Tell whether a token is a finite verb, by its form or by the model."""
    if token.lower_ in finite_forms():
        return token.text.islower() and token.pos_ not in ("DET", "ADP", "SCONJ")
    model_says = token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph)
    return model_says and token.lower_.endswith(_ENDINGS)


def agrees(doc: Doc, group: Group, verb: Token) -> bool:
    """Tell whether a verb in the plural has a plural subject: ``Els werken`` is none."""
    if not verb.lower_.endswith("en") or len(group.mentions) > 1:
        return True
    only = group.mentions[0]
    if only.looks == "guess":
        return False
    last = doc[only.last - 1].lower_
    if doc[only.last].text == "(":
        return True
    return last.endswith(("en", "s", "'s")) or "/" in last


def subject_acts(doc: Doc, group: Group, verb: Token, end: int) -> bool:
    """Tell whether the subject `group` of a finite `verb` has to do something."""
    if not verb_acts(doc, verb, end):
        return _acts_further_on(doc, verb, end)
    return group.known or verb.lower_ not in words("things_too")


def verb_acts(doc: Doc, verb: Token, end: int) -> bool:
    """Tell whether a verb, with the words that go with it, is of doing something."""
    clause = [token.lower_ for token in clause_from(doc, verb.i + 1, end)]
    promised = (p[1:] for p in phrases("task") if p[0] == verb.lower_)
    if any(all(word in clause for word in rest) for rest in promised):
        return True
    if verb.lower_ in no_act():
        return False
    return not any(p[0] == verb.lower_ and _particle(clause, p[1:]) for p in phrases("no_task"))


def _particle(clause: list[str], rest: tuple[str, ...]) -> bool:
    """Tell whether the words that go with a verb stand where they belong to it.

    That is right behind it, at the end of the clause or before what it governs: in ``stelt een
    verbod in voor drie dagen`` the word ``voor`` does not belong to the verb.
    """
    if len(rest) > 1:
        size = len(rest)
        return any(tuple(clause[i : i + size]) == rest for i in range(len(clause)))
    if rest[0] not in clause:
        return False
    place = len(clause) - 1 - clause[::-1].index(rest[0])
    if place in (0, len(clause) - 1) or clause.index(rest[0]) == 0:
        return True
    return clause[place + 1] in _AFTER_PARTICLE


def _acts_further_on(doc: Doc, verb: Token, end: int) -> bool:
    """Tell whether the same subject has a second verb that acts: ``vindt het goed en stuurt``."""
    for token in doc[verb.i + 1 : end]:
        if token.text in {".", ";", ":"} or "\n" in token.text:
            return False
        if token.lower_ != "en" or token.i + 1 >= end:
            continue
        second = doc[token.i + 1]
        if is_finite(second) and not second.lower_.endswith("en"):
            return verb_acts(doc, second, end)
    return False


def clause_acts(doc: Doc, group: Group, end: int) -> bool:
    """Tell whether the group acts in the subordinate clause of which it is the subject.

    Not in the passive, not where all verbs are of being, having or thinking, and not where its
    name only goes before a noun (``dat ADR versies hetzelfde werken``).
    """
    clause = list(clause_from(doc, group.last, end))
    if (
        clause
        and clause[0].pos_ == "NOUN"
        and group.mentions[-1].looks in ("organisation", "guess")
    ):
        return False
    if any(token.lower_ in {"wordt", "worden", "werd", "werden"} for token in clause):
        return False
    verbs = [t for t in clause if t.pos_ in ("VERB", "AUX") or t.lower_ in finite_forms()]
    return any(token.lower_ not in no_act() for token in verbs) or not verbs
