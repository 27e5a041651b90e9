"""Loads the spaCy model that the pipeline runs on."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import spacy
from spacy.language import Language

BUILT_IN = "nl_minutes_sm"


class ModelError(RuntimeError):
    """A model that cannot be loaded; the message says what to do about it."""


def load(name: str = BUILT_IN, exclude: Iterable[str] = ()) -> Language:
    """Load a Dutch spaCy model as it is, without the rules for minutes.

    Parameters
    ----------
    name
        The built-in model, an installed model package (``nl_core_news_sm``), the path of a
        model folder, or ``blank:nl`` for a pipeline without a model.
    exclude
        Components to leave out, such as ``ner``.

    Raises
    ------
    ModelError
        If there is no such model, or it does not fit the installed spaCy.

    Examples
    --------
    >>> load("blank:nl").lang
    'nl'
    """
    try:
        if name == BUILT_IN:
            return _load_built_in(exclude)
        return spacy.load(Path(name) if _is_path(name) else name, exclude=list(exclude))
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(f"cannot load the model {name!r}: {_remedy(name)} ({error})") from error


def _load_built_in(exclude: Iterable[str]) -> Language:
    nlp = import_module(BUILT_IN).load(exclude=list(exclude))
    if not isinstance(nlp, Language):
        raise ValueError(f"{BUILT_IN}.load() gave a {type(nlp).__name__}")
    return nlp


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or Path(name).is_dir()


def _remedy(name: str) -> str:
    if name == BUILT_IN:
        return "install the package anew, or train it with scripts/train_model.py"
    if _is_path(name):
        return "check that the folder holds a spaCy model (config.cfg and meta.json)"
    if name == "nl_core_news_sm":
        return "install it with: pip install 'besluitvinder[news]'"
    return f"install it with: python -m spacy download {name}"
