"""Whom a pronoun stands for."""

from spacy.tokens import Doc, Token

from pipeline.extraction.document import text_of
from pipeline.extraction.names.component import Mention
from pipeline.extraction.parties.groups import words
from pipeline.extraction.parties.verbs import is_finite, verb_acts


def antecedent(doc: Doc, start: int, end: int, mentions: list[Mention]) -> Mention | None:
    """Return whom a pronoun in subject place stands for, or None.

    ``hij`` and ``zij`` (with a verb in the singular) stand for the first one named in the
    sentence before; ``ik`` stands for the speaker with whom the paragraph begins.
    """
    for token in doc[start:end]:
        if token.lower_ in words("pronouns.third_person") and _acts_alone(doc, token, end):
            return _first_of_last_sentence(doc, token.i, mentions)
        if token.lower_ in words("pronouns.speaker"):
            return _speaker(doc, start, mentions)
    return None


def _acts_alone(doc: Doc, pronoun: Token, end: int) -> bool:
    """Tell whether a pronoun has a verb in the singular beside it, of doing something."""
    beside = [doc[i] for i in (pronoun.i - 1, pronoun.i + 1) if 0 <= i < end]
    verbs = [token for token in beside if is_finite(token) and not token.lower_.endswith("en")]
    return any(verb_acts(doc, verb, end) for verb in verbs)


def _first_of_last_sentence(doc: Doc, place: int, mentions: list[Mention]) -> Mention | None:
    """Return the first human being named in the last sentence that names one.

    Who stands behind a preposition (``op verzoek van Els``) comes last.
    """
    line = text_of(doc).rfind("\n", 0, doc[place].idx) + 1
    before = [m for m in mentions if m.last <= place and doc[m.last].idx >= line]
    people = [m for m in before if _is_human(doc, m)]
    if not people:
        return None
    sentence = doc[people[-1].first].sent
    here = [m for m in people if m.first >= sentence.start]
    return min(here, key=lambda m: (_behind_preposition(doc, m), not m.known, m.first))


def _is_human(doc: Doc, mention: Mention) -> bool:
    """Tell whether a mention may be of one human being, not of a body or organisation."""
    tokens = doc[mention.first : mention.last]
    if mention.looks == "organisation" or (mention.looks == "guess" and tokens.text.isupper()):
        return False
    return not any(token.lower_ in words("bodies") for token in tokens)


def _behind_preposition(doc: Doc, mention: Mention) -> bool:
    return mention.first > 0 and doc[mention.first - 1].lower_ in words("not_after")


def _speaker(doc: Doc, start: int, mentions: list[Mention]) -> Mention | None:
    """Return the mention before the colon that opens the paragraph (``Els: dat doe ik``)."""
    for mention in reversed([m for m in mentions if m.last <= start]):
        if "\n" in doc[mention.last : start].text:
            return None
        opens = mention.first == 0 or "\n" in doc[mention.first - 1].text
        if opens and doc[mention.last].text == ":":
            return mention
    return None
