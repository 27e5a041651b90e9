"""Brings the trees of the treebank of 2017 into the shape of today's scheme.

Two things changed: which verbs are auxiliaries (others became the head of what they stood by, with
an ``xcomp`` below them, and back), and under which conjunct a coordinator hangs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from modelling.words import Sentence, Word

_PASSIVE = "aux:pass"


def restructure(sentence: Sentence, auxiliaries: Mapping[str, Sequence[str]]) -> Sentence:
    """Return the sentence with today's heads; `auxiliaries` are lemmas by relation."""
    words = list(sentence)
    for place, word in enumerate(words):
        if word.head and word.dep in auxiliaries and word.lemma not in auxiliaries[word.dep]:
            _promote(words, place)
    for place, word in enumerate(words):
        if word.pos in ("VERB", "AUX") and word.lemma in auxiliaries["aux"]:
            _demote(words, place)
    _move_conjunctions(words)
    return tuple(words)


def _promote(words: list[Word], place: int) -> None:
    """Make a former auxiliary the head of its complement."""
    verb = words[place]
    below = verb.head - 1
    predicate = words[below]
    is_copula = verb.dep == "cop"
    for number, word in enumerate(words):
        if word.head == below + 1 and _goes_along(word, number, place, is_copula):
            words[number] = replace(word, head=place + 1)
    words[place] = replace(verb, head=predicate.head, dep=predicate.dep, pos="VERB")
    words[below] = replace(predicate, head=place + 1, dep="xcomp")


def _goes_along(word: Word, number: int, place: int, is_copula: bool) -> bool:
    """Tell whether a dependent of the predicate at `number` is one of the clause's verb."""
    if word.dep in _ALWAYS:
        return True
    return word.dep in _OF_CLAUSE and (is_copula or number < place)


_ALWAYS = frozenset(
    ["nsubj", "nsubj:pass", "csubj", "mark", "cc", "conj", "punct", "parataxis", "aux", "expl"]
)
_OF_CLAUSE = frozenset(["advmod", "obl", "advcl", "compound:prt", "expl:pv", "iobj"])


def _demote(words: list[Word], place: int) -> None:
    """Hang a verb that has become an auxiliary under its verbal complement."""
    verb = words[place]
    complement = next(
        (
            number
            for number, word in enumerate(words)
            if word.head == place + 1 and word.dep in ("xcomp", "ccomp") and word.pos == "VERB"
        ),
        None,
    )
    if complement is None or verb.dep in ("aux", "cop", _PASSIVE):
        return
    words[complement] = replace(words[complement], head=verb.head, dep=verb.dep)
    for number, word in enumerate(words):
        if word.head == place + 1:
            words[number] = replace(word, head=complement + 1)
    words[place] = replace(verb, head=complement + 1, dep="aux", pos="AUX")


def _move_conjunctions(words: list[Word]) -> None:
    """Hang a coordinator under the conjunct that follows it, no longer under the first one."""
    for place, word in enumerate(words):
        if word.dep == "cc":
            after = range(place + 1, len(words))
            conjuncts = (n for n in after if (words[n].dep, words[n].head) == ("conj", word.head))
            if (conjunct := next(conjuncts, None)) is not None:
                words[place] = replace(word, head=conjunct + 1)
