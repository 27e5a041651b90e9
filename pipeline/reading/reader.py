"""The one function that reads a file, and the table of the readers that it chooses from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.reading.detect import Unreadable, detect_format
from pipeline.reading.errors import ReadError
from pipeline.reading.html import read_html
from pipeline.reading.limits import LimitError, check_unpacked, within
from pipeline.reading.mail import read_mail
from pipeline.reading.markdown import read_markdown
from pipeline.reading.odt import read_odt
from pipeline.reading.outlook import read_outlook
from pipeline.reading.pdf import Recogniser, read_pdf
from pipeline.reading.rtf import read_rtf
from pipeline.reading.text import decode, read_text
from pipeline.reading.word import read_word
from pipeline.types import Document, Limits, wider


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: its bytes, its name in the table, its path, the bounds and the recogniser."""

    data: bytes
    source: str
    path: Path
    limits: Limits
    recogniser: Recogniser | None = None


READERS: dict[str, Callable[[Job], Document]] = {
    "pdf": lambda job: read_pdf(job.data, job.source, job.path, job.limits, job.recogniser),
    "docx": lambda job: read_word(job.data, job.source),
    "odt": lambda job: read_odt(job.data, job.source, job.path),
    "md": lambda job: read_markdown(decode(job.data), job.source),
    "txt": lambda job: read_text(decode(job.data), job.source),
    "html": lambda job: read_html(job.data, job.source, job.limits),
    "rtf": lambda job: read_rtf(job.data, job.source),
    "mail": lambda job: read_mail(job.data, job.source, job.limits),
    "outlook": lambda job: read_outlook(job.data, job.source, job.path, job.limits),
}
"""The reader of each format. A new format is one module and one line."""

PACKED = frozenset({"docx", "odt"})
"""The formats whose parts are packed."""


def read(
    path: Path,
    limits: Limits | None = None,
    source: str | None = None,
    recogniser: Recogniser | None = None,
) -> Document:
    """Read a file.

    Parameters
    ----------
    path
        The file; its format is told from its content first and from its name second.
    limits
        Bounds on what it may ask of the machine.
    source
        The name under which it goes in the table; its path when not given.
    recogniser
        Recognises the words of pages that are images; without one they are left out.

    Raises
    ------
    ReadError
        If it can't be read: too large, empty, encrypted, damaged, without text, or of a format
        that is not known. The error gives the reason and the remedy.
    """
    limits = limits or Limits()
    job = Job(_load(path, limits), source or str(path), path, limits, recogniser)
    document = _read(job)
    if not document.text.strip():
        raise ReadError(path, "the file holds no text", "check that it is the right file")
    return within(document, limits)


def _read(job: Job) -> Document:
    name = detect_format(job.data, job.path)
    if isinstance(name, Unreadable):
        raise ReadError(job.path, name.reason, name.remedy)
    if name not in READERS:
        raise ReadError(job.path, "this is an archive of files", "unpack it, or use 'process'")
    try:
        if name in PACKED:
            check_unpacked(job.data, job.limits)
        return READERS[name](job)
    except ReadError:
        raise
    except LimitError as error:
        raise ReadError(job.path, error.reason, error.remedy) from error
    except MemoryError as error:
        raise ReadError(job.path, "it takes too much memory", wider("max_memory")) from error
    except Exception as error:
        reason = f"the file is damaged ({type(error).__name__}: {error})"
        raise ReadError(job.path, reason, "open it in its own program and save it anew") from error


def _load(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.max_bytes:
            raise ReadError(path, f"the file is {size:,} bytes large", wider("max_bytes"))
        data = path.read_bytes()
    except OSError as error:
        reason = f"the file can't be opened ({error.strerror or error})"
        raise ReadError(path, reason, "check that it exists and that you may read it") from error
    if not data.strip():
        raise ReadError(path, "the file is empty", "get it anew from its source")
    return data
