"""Why a file can't be read."""

from pathlib import Path


class ReadError(Exception):
    """A file that gives no document: names the file, the reason and the remedy.

    Parameters
    ----------
    path
        The file.
    reason
        What is wrong with it, in plain words.
    remedy
        What the user can do.
    """

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{path.name}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy
