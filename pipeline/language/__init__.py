"""The spaCy pipeline: the model, the abbreviations of minutes and their sentence rules."""

from collections.abc import Iterable

from spacy.language import Language

from pipeline.language.models import BUILT_IN, ModelError, load
from pipeline.language.sentences import NAME as SENTENCES
from pipeline.language.tokenizer import add_exceptions

__all__ = ["BUILT_IN", "SENTENCES", "ModelError", "load", "minutes_language"]


def minutes_language(name: str = BUILT_IN, exclude: Iterable[str] = ()) -> Language:
    """Load a model and teach it minutes: abbreviations as one token, sentences by rule.

    Parameters and errors are those of `load`.

    Examples
    --------
    >>> nlp = minutes_language("blank:nl")
    >>> [sent.text for sent in nlp("Het stuk gaat z.s.m. rond. Akkoord.").sents]
    ['Het stuk gaat z.s.m. rond.', 'Akkoord.']
    """
    nlp = add_exceptions(load(name, exclude))
    if SENTENCES not in nlp.pipe_names:
        # before the parser, which honours boundaries that are already set
        nlp.add_pipe(SENTENCES, before="parser" if "parser" in nlp.pipe_names else None)
    return nlp
