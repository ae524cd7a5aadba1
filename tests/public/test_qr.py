"""The square code of a printed page leads to SITE_URL, whatever host was asked."""

import re

import pytest
import segno
from pytest_django import Settings

from bulletins.public.qr import qr


def test_it_is_a_drawing_and_nothing_else() -> None:
    drawn = qr("http://testserver/articles/1/")
    assert re.fullmatch(
        r'<svg viewBox="0 0 \d+ \d+" class="qr"><title>[^<]+</title>'
        r'<path stroke="#000" d="[Mmhv0-9. -]+"/></svg>',
        drawn,
    )
    assert drawn != qr("http://testserver/articles/2/")


def test_what_is_drawn_is_the_code_and_nothing_beside_it() -> None:
    """Every run of the path, laid upon a grid, gives the modules of a code of that address."""
    address = "http://testserver/articles/1234567/"
    drawn = qr(address)
    black, x, y = set(), 0, 0
    for right, down, length in re.findall(r"m(-?[0-9]+) ([0-9]+)h([0-9]+)", drawn):
        x, y = x + int(right), y + int(down)
        black |= {(x + step, y) for step in range(int(length))}
        x += int(length)
    codes = (segno.make(address, error="m", micro=False, mask=mask).matrix for mask in range(8))
    wanted = [
        {(x + 2, y + 2) for y, row in enumerate(code) for x, one in enumerate(row) if one}
        for code in codes
    ]
    assert black in wanted


@pytest.mark.parametrize(
    "address",
    ["http://evil.example/articles/1/", "http://testserver.evil.example/", "/articles/1/", ""],
)
def test_it_leads_nowhere_else(address: str, settings: Settings) -> None:
    settings.SITE_URL = "http://testserver"
    with pytest.raises(ValueError, match="not below"):
        qr(address)
