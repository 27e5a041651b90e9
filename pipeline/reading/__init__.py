"""From the bytes of a file to a `Document`: one reader per format behind `read`."""

from pipeline.reading.detect import SUFFIXES, may_hold_files
from pipeline.reading.errors import ReadError
from pipeline.reading.members import Member, harmless
from pipeline.reading.pdf import Recogniser
from pipeline.reading.reader import READERS, read
from pipeline.reading.tables import tables
from pipeline.reading.unpack import Held, members
from pipeline.types import Limits

__all__ = [
    "READERS",
    "SUFFIXES",
    "Held",
    "Limits",
    "Member",
    "ReadError",
    "Recogniser",
    "harmless",
    "may_hold_files",
    "members",
    "read",
    "tables",
]
