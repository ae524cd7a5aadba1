"""What a browser of ours never sends: values and bodies for every field and every page."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar
from urllib.parse import quote_from_bytes

T = TypeVar("T")
Pairs = list[tuple[str, bytes]]
URLENCODED = "application/x-www-form-urlencoded"

VALUES: tuple[bytes, ...] = (
    b"",
    b"a\0b",
    b"9" * 20,
    b"9" * 5000,
    b"-1",
    b"0",
    b"1e309",
    "٣².".encode(),  # digits to Python, and to no database
    b"\xed\xa0\x80",  # half of a surrogate pair
    b"\xff\xfe\xfa",
    b"x" * 1_000_000,
    b"9999-12-31",
    b"0001-01-01",
    b"2026-02-30",
    b"25:61",
    b"['list']",
    b'"><script>alert(1)</script>',
    b"https://[::1",
    b"javascript:alert(1)",
    "\u202e\u200b\ufeff".encode(),
    b"../../etc/passwd",
    b"part-abcdef new-0 __all__",
)


def body(pairs: Iterable[tuple[str, bytes]]) -> bytes:
    return "&".join(
        f"{quote_from_bytes(name.encode())}={quote_from_bytes(value)}" for name, value in pairs
    ).encode()


def broken(pairs: Pairs, forged: Iterable[bytes], turn: int) -> Iterator[tuple[str, Pairs]]:
    """A form as it should be → the same in many ways as it should not, each with its name.

    Every value in all fields at once; then in each field one of them, alone, twice, or nothing.
    """
    values = (*VALUES, *forged)
    for value in some(values, turn):
        yield f"{value[:12]!r} everywhere", [(name, value) for name, _ in pairs]
    yield "no field at all", []
    for index, (name, value) in some(list(enumerate(pairs)), turn):
        others = [pair for pair in pairs if pair[0] != name]
        bad = values[index % len(values)]
        yield f"{name} is {bad[:12]!r}", [*others, (name, bad)]
        yield f"{name} alone is {bad[:12]!r}", [(name, bad)]
        yield f"{name} is missing", others
        yield f"{name} twice", [*others, (name, value), (name, bad)]


def some(row: Sequence[T], turn: int) -> Sequence[T]:
    """Every sixth, beginning elsewhere each turn; LANTAI_THOROUGH=1 asks for all of them."""
    return row if os.environ.get("LANTAI_THOROUGH") else row[turn % 6 :: 6]


BODIES: tuple[tuple[str, bytes], ...] = (
    (f"{URLENCODED}; charset=utf-16", "title=标题".encode("utf-16")),
    (f"{URLENCODED}; charset=base64", b"title=x"),
    (URLENCODED, b"%&=&&%00=%ff&end"),
    (
        "multipart/form-data; boundary=x; charset=base64",
        b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nx\r\n--x--\r\n',
    ),
    (
        "multipart/form-data; boundary=x; charset=gbk",
        '--x\r\nContent-Disposition: form-data; name="标题"; filename="文.docx"\r\n\r\n文\r\n--x--\r\n'.encode(
            "gbk"
        ),
    ),
    ("multipart/form-data", b"--x"),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%\r\n--x',
    ),
    (
        "application/json",
        b'{"boxes": [{"key": "head", "seen": "x", "fields": {"title": "\\ud800"}}]}',
    ),
    ("application/json", b'{"boxes": [[]], "open": "x", "gone": [{}]}'),
    ("application/json", b"[" * 20_000),
    ("application/json", b'{"boxes": [{"key": 1e999, "seen": 1e999, "fields": {"a": null}}]}'),
    ("text/plain; charset=no-such", b"\xff"),
)
