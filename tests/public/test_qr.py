"""The square code of a printed page leads to SITE_URL, whatever host was asked."""

import re

import pytest
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


@pytest.mark.parametrize(
    "address",
    ["http://evil.example/articles/1/", "http://testserver.evil.example/", "/articles/1/", ""],
)
def test_it_leads_nowhere_else(address: str, settings: Settings) -> None:
    settings.SITE_URL = "http://testserver"
    with pytest.raises(ValueError, match="not below"):
        qr(address)
