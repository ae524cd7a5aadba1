"""Where an answer lies: below the store, or nowhere; and every place has one address."""

from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletins.store.places import folder_of, place_of

BAD = (
    *("", "articles/12/", "//", "/articles//12/", "/../etc/passwd", "/articles/../x", "/.git/x"),
    *(
        "/articles/%2e%2e/",
        "/articles/12%2f",
        "/Articles/12/",
        "/articles/12/\x00",
        "/a\n",
        "/a/\n",
    ),
    *("/tags/网 络/", "/tags/网络/a~/", "/tags/~e7bd91/", "/tags/.网/", "网络/", "/网/../"),
    *("/tags/" + "网" * 40 + "/", "/tags/网络\n/", "/tags/网%2f/", "/网\x00/", "/Tags/网络/"),
    *("/a b/", "/a\\b/", "/" + "a" * 101, "/" + "a/" * 120, "/a/./b", "/~root/"),
)


@pytest.mark.parametrize("address", BAD)
def test_what_is_not_plain_is_nowhere(address: str) -> None:
    assert place_of(address) is None


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/", "index.html"),
        ("/articles/12/", "articles/12/index.html"),
        ("/feeds/site.atom", "feeds/site.atom"),
        ("/archive/2026/03/", "archive/2026/03/index.html"),
        ("/tags/网络/", "tags/~e7bd91e7bb9c/index.html"),
        ("/tags/5G网/2026/03/", "tags/~3547e7bd91/2026/03/index.html"),
        ("/feeds/tags/网络.atom", "feeds/tags/~e7bd91e7bb9c2e61746f6d"),
    ],
)
def test_a_page_has_its_place(address: str, place: str) -> None:
    assert place_of(address) == place


def test_what_lies_below_is_a_folder_and_never_the_store_itself() -> None:
    assert folder_of("/articles/12/*") == "articles/12"
    assert folder_of("/tags/网络/*") == "tags/~e7bd91e7bb9c"
    assert folder_of("/*") is None
    assert folder_of("/articles/../*") is None


@given(st.text(alphabet=st.sampled_from("/.%\\abA12_-~\x00\n网é\ud800\u3000*"), max_size=30))
@example("/..")
def test_no_address_leads_out_of_the_store(address: str) -> None:
    place = place_of(address)
    if place is not None:
        pieces = PurePosixPath(place).parts
        assert not place.startswith("/")
        assert all(piece and not piece.startswith(".") for piece in pieces)
        assert place.isascii()
        assert all(len(piece) < 250 for piece in pieces)
        read = [bytes.fromhex(one[1:]).decode() if one[0] == "~" else one for one in pieces]
        assert f"/{'/'.join(read)}".removesuffix("index.html") == address
