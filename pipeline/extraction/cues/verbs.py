"""The verbs of a task, as parts of cue patterns in each form that a sentence may use."""

from collections import defaultdict
from collections.abc import Iterable

Verbs = dict[str, list[str]]


def verb_parts(task: Verbs, handling: Verbs, ruling: Verbs) -> dict[str, str]:
    """Return the forms of the verbs as parts, named as ``rules/onderdelen.toml`` explains.

    Parameters
    ----------
    task, handling, ruling
        Present tense singular and participle by infinitive, as in ``rules/werkwoorden.toml``;
        those of `handling` don't count in the present tense.

    Examples
    --------
    >>> import re
    >>> rulings = {"vaststellen": ["stelt vast", "vastgesteld"]}
    >>> parts = verb_parts({"uitwerken": ["werkt uit", "uitgewerkt"]}, {}, rulings)
    >>> parts["voltooid"]
    '(?:uitgewerkt)'
    >>> bool(re.search(parts["heel"], "om de opzet uit te werken"))
    True
    """
    every = task | handling
    present = {infinitive: forms[0] for infinitive, forms in every.items()}
    singular = [present[infinitive] for infinitive in task]
    handles = [forms[0] for forms in handling.values()]
    plural = [_plural(infinitive, present[infinitive]) for infinitive in task]
    return {
        "doet": _present(singular),
        "handelt": _present(handles),
        "doen": _present(plural),
        "doen_wij": _present(plural, after=" {wij}"),
        "doet_iemand": _present(singular, after=r" (?:{naam}|{taakhouder})"),
        **_rulings(ruling),
        "heel": _infinitive(present),
        "voltooid": _one_of(participle for _, participle in every.values()),
        "afgehandeld": _one_of(participle for _, participle in task.values()),
    }


def _rulings(ruling: Verbs) -> dict[str, str]:
    """Return the participles of rulings, and their verbs behind the body or before it."""
    singular = [forms[0] for forms in ruling.values()]
    both = [*singular, *(_plural(infinitive, ruling[infinitive][0]) for infinitive in ruling)]
    return {
        "besloten": _one_of(participle for _, participle in ruling.values()),
        "beslist": _present(both, gap="{tot_deeltje}"),
        "beslist_orgaan": _present(both, after=" {orgaan}", gap="{tot_deeltje}"),
    }


def _plural(infinitive: str, present: str) -> str:
    """Return the plural of the present tense: ``uitwerken``, ``werkt uit``: ``werken uit``."""
    particle = _particle(present)
    return f"{infinitive.removeprefix(particle)} {particle}".strip()


def _particle(present: str) -> str:
    return present.partition(" ")[2]


def _infinitive(present: dict[str, str]) -> str:
    """Return a pattern over infinitives, with any particle of the table before any verb."""
    particles = {_particle(form) for form in present.values()} - {""}
    bare = {verb.removeprefix(_particle(form)) for verb, form in present.items()}
    return rf"\b(?:{_one_of(particles)}(?: te )?)?{_one_of(bare)}\b"


def _present(forms: list[str], after: str = "", gap: str = "[^.;:?]{1,90}?") -> str:
    """Return a pattern over finite verbs, a separable one with its particle further on.

    `after` is a pattern that must follow the verb, `gap` one over what stands before the particle.
    """
    particles: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        particles[form.partition(" ")[0]].add(_particle(form))
    whole = [f"{stem}{after}" for stem, found in particles.items() if "" in found]
    split = [
        rf"{stem}{after}\b{gap}\b{_one_of(found)}{{na_deeltje}}"
        for stem, found in particles.items()
        if "" not in found
    ]
    return rf"(?:{'|'.join([*whole, *split])})\b"


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"
