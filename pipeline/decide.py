"""The one function that takes a file to its rows."""

import hashlib
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from spacy.language import Language

from pipeline import __version__
from pipeline.extraction import add_components, extract
from pipeline.language import minutes_language
from pipeline.reading import ReadError, Recogniser, read
from pipeline.register import Register
from pipeline.resolve import confident, decisions_of
from pipeline.structure import parse
from pipeline.types import Document, Minutes, Outcome, Settings, State
from pipeline.types.decision import Decision


@dataclass(frozen=True, slots=True)
class Tools:
    """What every file needs: made once, passed in."""

    nlp: Language
    register: Register
    settings: Settings
    recogniser: Recogniser | None = None

    @classmethod
    def make(cls, settings: Settings | None = None) -> "Tools":
        """Load the model and the register.

        Raises
        ------
        pipeline.language.ModelError
            If the model of the settings can't be loaded.
        """
        settings = settings or Settings()
        nlp = add_components(minutes_language(settings.model))
        recogniser = Recogniser.find() if settings.ocr else None
        return cls(nlp, Register.load(), settings, recogniser)

    @property
    def producer(self) -> str:
        """Program, model and settings, as the last column names them."""
        meta = self.nlp.meta
        digest = hashlib.sha256(repr(sorted(asdict(self.settings).items())).encode()).hexdigest()
        model = f"{meta.get('lang', 'nl')}_{meta.get('name', 'blank')} {meta.get('version', '0')}"
        return f"besluitvinder {__version__}; {model}; {digest[:8]}"


def decide(path: Path, tools: Tools, source: str = "") -> Outcome:
    """Read a file and find its decisions; a bad file gives an outcome with its reason.

    Parameters
    ----------
    path
        The file.
    tools
        What `Tools.make` made.
    source
        The name under which the file goes in the table; its path when empty.
    """
    began = time.perf_counter()
    source = source or str(path)
    try:
        document = read(path, tools.settings.limits, source, tools.recogniser)
    except ReadError as error:
        return _failed(source, f"{error.reason}; {error.remedy}", began)
    short = len(document.text.strip()) < tools.settings.limits.min_characters
    if short and not document.problems:
        return _failed(source, "the file holds next to no text", began)
    minutes = parse(document)
    return _outcome(minutes, decisions(minutes, tools), began)


def decisions(minutes: Minutes, tools: Tools) -> tuple[Decision, ...]:
    """Return the rows of parsed minutes, without those under the least confidence."""
    records = extract(minutes, tools.nlp)
    rows = decisions_of(records, minutes, tools.register, tools.producer)
    return confident(rows, tools.settings.min_confidence)


def _failed(source: str, reason: str, began: float) -> Outcome:
    return Outcome(source, "failed", reason, seconds=time.perf_counter() - began)


def _outcome(minutes: Minutes, rows: tuple[Decision, ...], began: float) -> Outcome:
    document: Document = minutes.document
    state: State = "partial" if document.problems else "ok"
    return Outcome(
        source_file=document.source,
        state=state,
        reason="; ".join(document.problems),
        pages=len(document.pages) or None,
        characters=len(document.text),
        body=minutes.body,
        meeting_date=minutes.date.isoformat() if minutes.date else "",
        items=tuple(item for item in minutes.items if not item.again),
        decisions=rows,
        seconds=time.perf_counter() - began,
    )
