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
    *("/tags/网络/", "/a b/", "/a\\b/", "/" + "a" * 101, "/" + "a/" * 120, "/a/./b", "/~root/"),
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
    ],
)
def test_a_page_has_its_place(address: str, place: str) -> None:
    assert place_of(address) == place


def test_what_lies_below_is_a_folder_and_never_the_store_itself() -> None:
    assert folder_of("/articles/12/*") == "articles/12"
    assert folder_of("/*") is None
    assert folder_of("/articles/../*") is None


@given(st.text(alphabet=st.sampled_from("/.%\\abA12_-~\x00\n网*"), max_size=30))
@example("/..")
def test_no_address_leads_out_of_the_store(address: str) -> None:
    place = place_of(address)
    if place is not None:
        pieces = PurePosixPath(place).parts
        assert not place.startswith("/")
        assert all(piece and not piece.startswith(".") for piece in pieces)
        assert f"/{place}".removesuffix("index.html") == address
