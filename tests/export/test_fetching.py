"""What a web server gives in gzip is verified, too: nearly every reader gets that."""

import gzip
import hashlib

import pytest

from bulletins.pages.export.verifying.faults import Kind
from bulletins.pages.export.verifying.fetching import Site
from bulletins.pages.export.verifying.served import Told, _page
from bulletins.pages.export.wanted import Wanted
from tests.inboth import server

NEW = b"<p>as it is</p>"


@pytest.mark.parametrize(
    ("small", "told", "found"),
    [
        ((200, "gzip", gzip.compress(NEW)), 200, []),
        ((200, "", NEW), 200, []),
        ((200, "gzip", gzip.compress(b"as it was")), 200, [Kind.TAMPERED]),
        ((200, "gzip", b"broken"), 200, [Kind.TAMPERED]),
        ((404, "", b""), 200, [Kind.TAMPERED]),
        ((410, "", b"gone"), 410, []),
        ((200, "gzip", gzip.compress(NEW)), 410, [Kind.LEFT_OVER]),
    ],
)
def test_both_forms_must_say_the_same(
    small: tuple[int, str, bytes], told: int, found: list[Kind]
) -> None:
    plain = (told, "", NEW)
    with (
        server({"identity": plain, "gzip": small}) as (port, _),
        Site(f"http://127.0.0.1:{port}") as site,
    ):
        tell = Told(told, hashlib.sha256(NEW).hexdigest())
        faults = list(_page(site, Wanted("/about/", "key"), lambda address: tell))
    assert [one.kind for one in faults] == found
