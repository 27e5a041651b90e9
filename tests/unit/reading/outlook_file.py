"""Writes a mail as Outlook saves it: a compound file with the least that must be there."""

import struct
from dataclasses import dataclass, field

_SECTOR, _SMALL = 512, 64
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_TEXT, _BYTES = 0x001F, 0x0102
_HEAD = "__properties_version1.0"


@dataclass
class Folder:
    """A folder of a compound file: its streams and its folders by name."""

    streams: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, "Folder"] = field(default_factory=dict)


def message(subject: str, body: str, attached: dict[str, bytes]) -> bytes:
    """Return a message with a text and attachments."""
    head = struct.pack("<8x4I8x", 0, len(attached), 0, len(attached))
    texts = {(0x0037, _TEXT): subject, (0x1000, _TEXT): body}
    root = _folder({key: text.encode("utf-16-le") for key, text in texts.items()}, head)
    for number, (name, data) in enumerate(attached.items()):
        values = {(0x3707, _TEXT): name.encode("utf-16-le"), (0x3701, _BYTES): data}
        root.folders[f"__attach_version1.0_#{number:08X}"] = _folder(values, bytes(8))
    return _compound(root)


def _folder(values: dict[tuple[int, int], bytes], head: bytes) -> Folder:
    """Return a folder with properties, each with a stream for its value."""
    entries = b""
    streams = {}
    for (name, kind), value in values.items():
        size = len(value) + 2 * (kind == _TEXT)
        entries += struct.pack("<HHIII", kind, name, 6, size, 0)
        streams[f"__substg1.0_{name:04X}{kind:04X}"] = value
    return Folder({_HEAD: head + entries, **streams})


def _compound(root: Folder) -> bytes:
    """Return a compound file whose streams are all small."""
    rows = _listed(root)
    small, table = b"", []
    entries = []
    for name, kind, child, right, data in rows:
        start = _END
        if data:
            start = len(small) // _SMALL
            count = -(-len(data) // _SMALL)
            table += [*range(start + 1, start + count), _END]
            small += data.ljust(count * _SMALL, b"\0")
        entries.append((name, kind, child, right, start, len(data)))
    name, kind, child, right, _, _ = entries[0]
    parts = [_packed_table(table), small.ljust(-(-len(small) // _SECTOR) * _SECTOR, b"\0")]
    counts = [len(part) // _SECTOR for part in parts]
    entries[0] = (name, kind, child, right, 1 + counts[0], len(small))
    directory = b"".join(_entry(*one) for one in entries)
    parts.append(directory + _entry("", 0, _FREE, _FREE, 0, 0) * (-len(entries) % 4))
    counts.append(len(parts[2]) // _SECTOR)
    chains: list[int] = [_TABLE]
    for count in counts:
        first = len(chains)
        chains += [*range(first + 1, first + count), _END]
    start = 1 + counts[0] + counts[1]
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        start,
        0,
        4096,
        1,
        counts[0],
        _END,
        0,
    )
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    return header + _packed_table(chains) + b"".join(parts)


def _packed_table(chains: list[int]) -> bytes:
    filled = [*chains, *[_FREE] * (-len(chains) % 128)]
    return struct.pack(f"<{len(filled)}I", *filled)


def _entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    length = len(written) + 2 if name else 0
    links = struct.pack("<HBBIII", length, kind, 1, _FREE, right, child)
    return written.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def _listed(root: Folder) -> list[tuple[str, int, int, int, bytes]]:
    """Return the entries of a folder and all in it: name, kind, first child, next one, bytes."""
    rows: list[tuple[str, int, int, int, bytes]] = [("Root Entry", 5, _FREE, _FREE, b"")]

    def add(folder: Folder, place: int) -> None:
        names = [*folder.streams, *folder.folders]
        first = len(rows)
        for number, name in enumerate(names):
            following = first + number + 1 if number + 1 < len(names) else _FREE
            stream = name in folder.streams
            data = folder.streams.get(name, b"")
            rows.append((name, 2 if stream else 1, _FREE, following, data))
        rows[place] = (*rows[place][:2], first if names else _FREE, *rows[place][3:])
        for number, name in enumerate(names):
            if name in folder.folders:
                add(folder.folders[name], first + number)

    add(root, 0)
    return rows
