"""What is handed out ahead of Django, and what is left to it."""

import gzip
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import time_machine

from bulletins.store.answers import Answer
from bulletins.store.folder import Folder
from bulletins.store.places import place_of
from bulletins.store.serving import Read, Served

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

BODY = "<p>多地推进网络工作</p>".encode()
PAGE = Answer([("Content-Type", "text/html; charset=utf-8")], '"abc"', BODY, gzip.compress(BODY))


class Asked:
    """A site whose Django answers "DJANGO" to everything."""

    def __init__(self, root: Path) -> None:
        self.site = Served(
            self.django,
            root,
            lambda host: host.partition(":")[0] == "www.example.cn",
            lambda environ: environ["wsgi.url_scheme"] == "https",
            frozenset({"sessionid", "csrftoken"}),
        )

    def django(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        start("200 DJANGO", [])
        return [b"DJANGO"]

    def __call__(
        self, path: str = "/articles/12/", **more: Any
    ) -> tuple[str, dict[str, str], bytes]:
        said: dict[str, Any] = {}

        def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            said.update(status=status, headers=dict(headers))

        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "HTTP_HOST": "www.example.cn",
            "wsgi.url_scheme": "https",
        }
        body = b"".join(self.site(environ | more, start))
        return said["status"], said["headers"], body


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    folder = Folder(tmp_path)
    folder.write("whole/articles/12/index.html", PAGE.written())
    for one in range(-1, 60):
        folder.write(f"beats/{int(time.time()) + one}", b"")
    return Asked(tmp_path)


def test_a_page_is_handed_out(asked: Asked) -> None:
    status, headers, body = asked()
    assert (status, body) == ("200 OK", BODY)
    assert headers == {
        "Content-Type": "text/html; charset=utf-8",
        "Vary": "Accept-Encoding",
        "ETag": '"abc"',
        "Content-Length": str(len(BODY)),
    }


def test_head_says_the_same_without_a_body(asked: Asked) -> None:
    status, headers, body = asked(REQUEST_METHOD="HEAD")
    assert (status, headers["Content-Length"], body) == ("200 OK", str(len(BODY)), b"")


@pytest.mark.parametrize(
    ("said", "is_small"),
    [
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("br;q=1.0, gzip;q=0.8, *;q=0.1", True),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip;q=0.0, br", False),
        ("notgzip", False),
        ("", False),
    ],
)
def test_in_gzip_only_to_who_takes_it(asked: Asked, said: str, is_small: bool) -> None:
    _, headers, body = asked(HTTP_ACCEPT_ENCODING=said)
    assert (headers.get("Content-Encoding") == "gzip") is is_small
    assert (gzip.decompress(body) if is_small else body) == BODY
    assert headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ('"abc"', "304 Not Modified"),
        ('W/"abc"', "304 Not Modified"),
        ('"x", "abc"', "304 Not Modified"),
        ("*", "304 Not Modified"),
        ('"x"', "200 OK"),
        ('"abcd"', "200 OK"),
    ],
)
def test_who_has_it_is_told_so(asked: Asked, said: str, status: str) -> None:
    told, headers, body = asked(HTTP_IF_NONE_MATCH=said)
    assert told == status
    assert headers["ETag"] == '"abc"'
    assert bool(body) == (status == "200 OK")


@pytest.mark.parametrize(
    "more",
    [
        {"REQUEST_METHOD": "POST"},
        {"QUERY_STRING": "at=2021-06-01T09:30"},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": ""},
        {"HTTP_COOKIE": "a=b; sessionid=xyz"},
        {"HTTP_COOKIE": "csrftoken=xyz"},
        {"HTTP_RANGE": "bytes=0-3"},
        {"HTTP_AUTHORIZATION": "Basic eDp5"},
        {"wsgi.url_scheme": "http"},
        {"SCRIPT_NAME": "/under"},
        {"PATH_INFO": "/articles/12/index.html"},
        {"PATH_INFO": "/articles//12/"},
        {"PATH_INFO": "/articles/12"},
        {"PATH_INFO": "/Articles/12/"},
        {"PATH_INFO": "/articles/12/../12/"},
        {"PATH_INFO": "/articles/12/\x00"},
        {"PATH_INFO": "/articles/13/"},
        {"PATH_INFO": "/../whole/articles/12/"},
    ],
)
def test_everything_else_is_djangos(asked: Asked, more: dict[str, str]) -> None:
    assert asked(**more)[0] == "200 DJANGO"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/tags/网络/".encode().decode("latin-1"), "200 OK"),
        ("/tags/网络".encode().decode("latin-1"), "200 DJANGO"),
        ("/tags/\xe7\xbd/", "200 DJANGO"),  # cut short
        ("/tags/~e7bd91e7bb9c/", "200 DJANGO"),  # the name of its file
    ],
)
def test_a_tag_is_found_by_its_letters_alone(
    asked: Asked, tmp_path: Path, path: str, status: str
) -> None:
    Folder(tmp_path).write(f"whole/{place_of('/tags/网络/')}", PAGE.written())
    assert asked(path)[0] == status


def test_without_a_beat_all_is_djangos(asked: Asked, tmp_path: Path) -> None:
    for one in (tmp_path / "beats").iterdir():
        one.unlink()
    assert asked()[0] == "200 DJANGO"


def test_a_beat_that_is_taken_back_in_its_second_counts_no_more(
    asked: Asked, tmp_path: Path
) -> None:
    with time_machine.travel(datetime(2026, 12, 1, tzinfo=UTC), tick=False) as clock:
        beat = tmp_path / "beats" / str(int(time.time()))
        beat.touch()
        assert asked()[0] == "200 OK"
        beat.unlink()
        clock.shift(0.1)
        assert asked()[0] == "200 DJANGO"


@pytest.mark.parametrize("data", [b"", b"{}\n", PAGE.written()[:-1], b"\xff\xff", b"[1]\nabc"])
def test_what_is_cut_short_is_not_handed_out(asked: Asked, tmp_path: Path, data: bytes) -> None:
    Folder(tmp_path).write("whole/articles/12/index.html", data)
    assert asked()[0] == "200 DJANGO"


def test_a_reader_who_chose_large_type_is_served(asked: Asked) -> None:
    assert asked(HTTP_COOKIE="elder=1")[0] == "200 OK"


def test_a_process_holds_no_more_than_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(6):
        said = Answer([], f'"{n}"', bytes([n]) * 60, b"small")
        (tmp_path / str(n)).write_bytes(said.written())
    each = (tmp_path / "0").stat().st_size
    monkeypatch.setattr("bulletins.store.serving.MOST", 3 * each)
    read = Read(f"{tmp_path}/")
    for n in [*range(6), *range(6)]:
        answer = read.answer(str(n))
        assert answer is not None
        assert answer.body == bytes([n]) * 60
        assert len(read.held) * each == read.bytes <= 3 * each
    assert len(read.held) == 3
