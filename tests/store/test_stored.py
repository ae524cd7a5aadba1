"""The store in front of the real Django, as the settings have it: whom it answers, and whom not."""

from io import BytesIO
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from pytest_django import Settings

from bulletins.store.answers import Answer
from bulletins.store.folder import Folder
from config.stored import behind_store
from tests.store.world import keep_now

pytestmark = pytest.mark.django_db(transaction=True)
STORED = b"from the store"


@pytest.fixture
def behind(store: Folder, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["www.example.cn", ".sub.example.cn"]
    keep_now()
    page = Answer([("Content-Type", "text/html; charset=utf-8")], '"abc"', STORED, b"")
    store.write("whole/about/index.html", page.written())


def ask(**more: Any) -> tuple[int, bytes]:
    """Of a site that has just been started."""
    said: list[int] = []
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/about/",
        "QUERY_STRING": "",
        "SCRIPT_NAME": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "www.example.cn",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
    }
    site = behind_store(WSGIHandler())
    answer = site(environ | more, lambda status, *_: said.append(int(status[:3])))  # type: ignore[arg-type]
    return said[0], b"".join(answer)


@pytest.mark.parametrize(
    "host", ["www.example.cn", "WWW.Example.CN:8000", "www.example.cn.", "a.sub.example.cn"]
)
def test_under_its_own_names_the_site_is_served(behind: None, host: str) -> None:
    assert ask(HTTP_HOST=host) == (200, STORED)


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "www.example.cn.evil.example", "", "127.0.0.1", "*", "www.example.cn/"),
        *("www.example.cn@evil.example", "www.example.cn:80:80", "www.example.cn, evil.example"),
    ],
)
def test_under_any_other_name_it_is_400_before_the_store(behind: None, host: str) -> None:
    status, body = ask(HTTP_HOST=host)
    assert (status, STORED in body) == (400, False)


@pytest.mark.parametrize(
    ("said", "status"),
    [("https", 200), ("https, http", 200), ("http", 301), ("", 301), ("http, https", 301)],
)
def test_of_a_site_on_https_a_proxy_says_how_the_reader_came(
    behind: None, settings: Settings, said: str, status: int
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert ask(HTTP_X_FORWARDED_PROTO=said)[0] == status


def test_without_a_proxy_nobody_is_believed(behind: None, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = True, None
    assert ask(HTTP_X_FORWARDED_PROTO="https")[0] == 301
    assert ask(**{"wsgi.url_scheme": "https"}) == (200, STORED)


def test_cookies_are_known_by_the_names_in_the_settings(behind: None, settings: Settings) -> None:
    settings.SESSION_COOKIE_NAME = "desk"
    assert ask(HTTP_COOKIE="a=b; desk=x")[1] != STORED
    assert ask(HTTP_COOKIE="sessionid=x") == (200, STORED)
