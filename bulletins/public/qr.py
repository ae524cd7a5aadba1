"""The square code on a printed page, by which a telephone finds the page again."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

EDGE = 2  # modules of white; the paper gives the rest of the four that the standard asks for
DIGIT = re.compile("[0-9]")
RUN = re.compile(b"\1+")


def qr(address: str) -> SafeString:
    """An inline SVG without script or size: ``.qr`` says in CSS how large it is.

    address: of a page of ours, whole. Raises ValueError for any other: what is printed must lead
    here, whatever host was asked.
    """
    if not address.startswith(f"{settings.SITE_URL}/"):
        raise ValueError(f"{address} is not below {settings.SITE_URL}")
    return _drawn(address)


@lru_cache(maxsize=2048)
def _drawn(address: str) -> SafeString:
    """One path of black modules, a run of them at a time; 2 KB to keep."""
    rows = _rows(address)
    side, path = len(rows) + 2 * EDGE, "".join(_runs(rows))
    return mark_safe(  # noqa: S308  drawn by us: of the address nothing but modules is in it
        f'<svg viewBox="0 0 {side} {side}" class="qr"><title>本页网址的二维码</title>'
        f'<path stroke="#000" d="M0 .5{path}"/></svg>'
    )


def _rows(address: str) -> list[bytes]:
    """What each digit turns over in the code of the same address with zeros in its path.

    Under one mask a code is linear: data, correction and pattern are only ever added modulo 2.
    """
    path = address.removeprefix(settings.SITE_URL)
    zeros = address.removesuffix(path) + DIGIT.sub("0", path)
    whole, side = _code(zeros)
    for at in range(len(address) - len(path), len(address)):
        if address[at] != zeros[at]:
            whole ^= _turned(zeros, at, address[at])
    found = whole.to_bytes(side * side, "big")
    return [found[begin : begin + side] for begin in range(0, len(found), side)]


@lru_cache(maxsize=1024)
def _turned(zeros: str, at: int, digit: str) -> int:
    return _code(zeros)[0] ^ _made(f"{zeros[:at]}{digit}{zeros[at + 1 :]}")[0]


@lru_cache(maxsize=64)
def _code(zeros: str) -> tuple[int, int]:
    return _made(zeros)


def _made(address: str) -> tuple[int, int]:
    """All its modules in one number, a byte for each, and how many are on a side."""
    mask = _mask(DIGIT.sub("0", address))
    rows = segno.make(address, error="m", micro=False, mask=mask).matrix
    return int.from_bytes(b"".join(rows), "big"), len(rows)


def _runs(rows: Sequence[bytes]) -> Iterator[str]:
    """Each from where the one before ended, the first from the corner."""
    x, y = 0, 0
    for down, row in enumerate(rows, start=EDGE):
        for run in RUN.finditer(row):
            begin, end = run.start() + EDGE, run.end() + EDGE
            yield f"m{begin - x} {down - y}h{end - begin}"
            x, y = end, down


@lru_cache(maxsize=64)
def _mask(alike: str) -> int:
    """Which pattern breaks up dull areas best; alike: the address with other digits.

    Any is read; to try all eight for every address takes five times as long as drawing.
    """
    return int(segno.make(alike, error="m", micro=False).mask)
