"""From the bytes of a file to a `Document`: one reader per format behind `read`."""

from pipeline.reading.detect import SUFFIXES
from pipeline.reading.errors import ReadError
from pipeline.reading.limits import Limits
from pipeline.reading.reader import READERS, read

__all__ = ["READERS", "SUFFIXES", "Limits", "ReadError", "read"]
