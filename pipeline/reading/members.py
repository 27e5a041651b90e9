"""A file that is packed in another one."""

import re
from dataclasses import dataclass

_UNFIT = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Member:
    """A file within an archive or mail: its name there, and its bytes or why it has none."""

    name: str
    data: bytes = b""
    problem: str = ""


def harmless(name: str) -> str:
    """Return the name of a member as a path that stays within what it is packed in.

    >>> harmless("../../etc/verslag.pdf"), harmless("C:\\\\map\\\\a.docx"), harmless("/")
    ('etc/verslag.pdf', 'map/a.docx', 'unnamed')
    """
    parts = _UNFIT.sub("", name).replace("\\", "/").split("/")
    kept = [part for part in parts if part.strip(". ") and not part.endswith(":")]
    return "/".join(kept) or "unnamed"
