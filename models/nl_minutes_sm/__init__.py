"""The built-in Dutch spaCy model; its licence is CC BY-SA 4.0 (see LICENSE)."""

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_path


def load(**overrides: Any) -> Language:
    """Load the model; `overrides` are those of `spacy.load`, such as ``exclude``."""
    return load_model_from_path(Path(__file__).parent / "data", **overrides)
