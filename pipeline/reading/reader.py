"""The one function that reads a file, and the table of the readers that it chooses from."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pipeline.reading.detect import Unreadable, detect_format
from pipeline.reading.errors import ReadError
from pipeline.reading.html import read_html
from pipeline.reading.limits import Limits
from pipeline.reading.markdown import read_markdown
from pipeline.reading.odt import read_odt
from pipeline.reading.pdf import read_pdf
from pipeline.reading.text import decode, read_text
from pipeline.reading.word import read_word
from pipeline.types import Document


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: its bytes, its name in the table, its path and the bounds."""

    data: bytes
    source: str
    path: Path
    limits: Limits


READERS: dict[str, Callable[[Job], Document]] = {
    "pdf": lambda job: read_pdf(job.data, job.source, job.path, job.limits),
    "docx": lambda job: read_word(job.data, job.source),
    "odt": lambda job: read_odt(job.data, job.source, job.path),
    "md": lambda job: read_markdown(decode(job.data), job.source),
    "txt": lambda job: read_text(decode(job.data), job.source),
    "html": lambda job: read_html(job.data, job.source),
}
"""The reader of each format. A new format is one module and one line."""


def read(path: Path, limits: Limits | None = None, source: str | None = None) -> Document:
    """Read a file.

    Parameters
    ----------
    path
        The file; its format is told from its content first and from its name second.
    limits
        Bounds on what it may ask of the machine.
    source
        The name under which it goes in the table; its path when not given.

    Raises
    ------
    ReadError
        If it can't be read: too large, empty, encrypted, damaged, without text, or of a format
        that is not known. The error gives the reason and the remedy.
    """
    limits = limits or Limits()
    job = Job(_load(path, limits), source or str(path), path, limits)
    name = detect_format(job.data, path)
    if isinstance(name, Unreadable):
        raise ReadError(path, name.reason, name.remedy)
    if name in ("docx", "odt"):
        _check_unpacked(job)
    try:
        document = READERS[name](job)
    except ReadError:
        raise
    except Exception as error:
        reason = f"the file is damaged ({type(error).__name__}: {error})"
        raise ReadError(path, reason, "open it in its own program and save it anew") from error
    if not document.text.strip():
        raise ReadError(path, "the file holds no text", "check that it is the right file")
    return document


def _load(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.max_bytes:
            raise ReadError(path, f"the file is larger than {limits.max_bytes:,} bytes", "split it")
        data = path.read_bytes()
    except OSError as error:
        reason = f"the file can't be opened ({error.strerror or error})"
        raise ReadError(path, reason, "check that it exists and that you may read it") from error
    if not data.strip():
        raise ReadError(path, "the file is empty", "get it anew from its source")
    return data


def _check_unpacked(job: Job) -> None:
    with zipfile.ZipFile(BytesIO(job.data)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > job.limits.max_unpacked_bytes:
        raise ReadError(job.path, "the file unpacks to too much", "check where it came from")
