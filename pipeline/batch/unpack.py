"""The documents that are packed in archives and mails, each as an input of its own."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from pipeline.batch.inputs import Input, judged
from pipeline.reading import Member, ReadError, harmless, members, read
from pipeline.types import Limits, wider

_SUFFIX = re.compile(r"\.\w{1,8}")


@dataclass(slots=True)
class _Unpacker:
    """Writes the files within one input to a folder, and counts what it spends."""

    folder: Path
    limits: Limits
    taken: int = 0
    bytes: int = 0
    names: Counter[PurePosixPath] = field(default_factory=Counter)

    def spread(self, one: Input, depth: int = 0) -> Iterator[Input]:
        """Yield an input and all that is packed in it.

        The input itself stays one: a mail is a document, an archive a row that tells of its files.
        """
        try:
            found = members(one.path, self.limits)
            if found is None:
                yield one
            elif depth == self.limits.max_nesting:
                problem = f"packed more than {depth} deep; {wider('max_nesting')}"
                yield replace(one, problem=problem)
            else:
                inner = list(self._members(one, found.files, depth))
                yield self._holder(one, found.is_document, len(inner))
                yield from inner
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            problem = f"the archive is damaged ({error}); get it anew from its source"
            yield replace(one, problem=problem)

    def _holder(self, one: Input, is_document: bool, count: int) -> Input:
        """Return the row of an archive, or of a mail that only carries files: it has no text."""
        if is_document and not (count and self._is_bare(one)):
            return one
        if not count:
            return replace(one, problem="the archive holds no files")
        return replace(one, problem=f"archive; rows of its own files: {count}", state="ok")

    def _is_bare(self, mail: Input) -> bool:
        """Tell whether a mail only carries other files."""
        try:
            text = read(mail.path, self.limits).text
        except ReadError:
            return True
        return len(text.strip()) < self.limits.min_characters

    def _members(self, one: Input, packed: Iterable[Member], depth: int) -> Iterator[Input]:
        for member in packed:
            self.taken += 1
            self.bytes += len(member.data)
            bound = self._bound()
            if bound:
                problem = f"this file and those after it were not taken; {wider(bound)}"
                yield Input(one.path, self._unique(one, member), problem)
                return
            yield from self._member(one, member, depth)

    def _bound(self) -> str:
        """Return the name of the bound that is reached, if one is."""
        if self.taken > self.limits.max_members:
            return "max_members"
        return "max_unpacked_bytes" * (self.bytes > self.limits.max_unpacked_bytes)

    def _member(self, one: Input, member: Member, depth: int) -> Iterator[Input]:
        source = self._unique(one, member)
        path = self.folder / f"{self.taken}{_suffix(source)}"
        inner = judged(Input(path, source, member.problem))
        if inner.problem:
            yield inner
            return
        path.write_bytes(member.data)
        yield from self.spread(inner, depth + 1)

    def _unique(self, one: Input, member: Member) -> str:
        """Return the source of a member; those that bear one name are numbered."""
        source = PurePosixPath(one.source) / harmless(member.name)
        self.names[source] += 1
        times = self.names[source]
        numbered = source.with_name(f"{source.stem} ({times}){source.suffix}")
        return str(source if times == 1 else numbered)


def unpack(one: Input, folder: Path, limits: Limits) -> tuple[Input, ...]:
    """Return an input and the files packed in it, written to `folder` under names of our own."""
    folder.mkdir()
    return tuple(_Unpacker(folder, limits).spread(one))


def _suffix(source: str) -> str:
    suffix = Path(source).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""
