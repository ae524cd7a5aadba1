"""A zip of pieces, some of which were compressed long ago. The same pieces make the same bytes."""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple, Self

LEVEL = 3  # of zlib: a tenth larger than 6, for a third of the time
EARLIEST = 0x21  # 1980-01-01, the first day there is in a zip
STORED, DEFLATED = 0, 8
VERSION = 20  # of the format
HEAD = struct.Struct("<4s5H3L2H")
ENTRY = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


class Piece(NamedTuple):
    """One file of a zip, ready to be written."""

    name: bytes
    method: int
    crc: int
    size: int
    data: bytes

    @classmethod
    def of(cls, name: str, data: bytes, level: int = LEVEL) -> Self:
        """level: 0 where it is compressed already, as pictures are. name: in ASCII."""
        if level == 0:
            return cls(name.encode("ascii"), STORED, zlib.crc32(data), len(data), data)
        press = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        pressed = press.compress(data) + press.flush()
        return cls(name.encode("ascii"), DEFLATED, zlib.crc32(data), len(data), pressed)


def zipped(pieces: Iterable[Piece]) -> bytes:
    """In this order, at a fixed time."""
    out: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for one in pieces:
        said = (VERSION, 0, one.method, 0, EARLIEST, one.crc, len(one.data), one.size)
        head = HEAD.pack(b"PK\x03\x04", *said, len(one.name), 0) + one.name
        entry = ENTRY.pack(b"PK\x01\x02", VERSION, *said, len(one.name), 0, 0, 0, 0, 0, at)
        out += (head, one.data)
        entries.append(entry + one.name)
        at += len(head) + len(one.data)
    index, many = b"".join(entries), len(entries)
    end = END.pack(b"PK\x05\x06", 0, 0, many, many, len(index), at, 0)
    return b"".join([*out, index, end])
