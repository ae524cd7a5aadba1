"""deploy/nginx.conf in the real nginx: it serves, purges, falls back, and agrees with the app."""

import gzip
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings as site
from django.test import Client
from pytest_django import Settings

from bulletins import workflow
from bulletins.models import Edition
from bulletins.store.folder import Folder, stamp
from bulletins.store.places import place_of
from bulletins.store.reading import Seen, by_http
from tests.nginx import NGINX
from tests.office import People, released
from tests.store.front import Front, Told, nginx
from tests.store.world import keep_now

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(NGINX is None, reason="没有找到 nginx（apt install nginx）"),
]
PAGE = "/articles/1/"
SAFE = {
    *("content-security-policy", "x-frame-options", "x-content-type-options", "referrer-policy"),
    *("cross-origin-opener-policy", "cache-control", "content-type", "strict-transport-security"),
}


@pytest.fixture(autouse=True)
def by_https(settings: Settings) -> None:
    """As deploy/ has it: SITE_URL=https://…, BEHIND_PROXY=true."""
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://www.example.cn", ["www.example.cn"]
    settings.HTTPS = settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = settings.HSTS_SECONDS
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


def told_by_django(page: str) -> Told:
    """As nginx asks the app."""
    by_nginx = {"host": "www.example.cn", "x-forwarded-proto": "https"}
    said = Client().get(page, headers=by_nginx)
    headers = {name.lower(): value for name, value in said.headers.items()}
    return Told(said.status_code, headers, said.content)


@pytest.fixture
def article(draft: Edition, people: People, store: Folder) -> Edition:
    edition = released(draft, people)
    keep_now()
    for page in (PAGE, "/", "/feeds/site.atom", "/feeds/site.rss", "/sitemap.xml", "/robots.txt"):
        assert told_by_django(page).status == 200
    return edition


@pytest.fixture
def front(article: Edition, store: Folder, tmp_path: Path) -> Iterator[Front]:
    """The poller is asked for a beat before each question that counts."""
    folder = tmp_path / "nginx"
    folder.mkdir()
    with nginx(folder, store.root) as running:
        keep_now()
        yield running


def test_it_serves_purges_and_falls_back(
    front: Front, article: Edition, people: People, store: Folder
) -> None:
    page = told_by_django(PAGE)
    keep_now()
    assert front.ask(PAGE).body == page.body
    small = front.ask(PAGE, Accept_Encoding="gzip")
    assert (small.headers["content-encoding"], small.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(small.body) == page.body
    again = front.ask(PAGE, If_None_Match=front.ask(PAGE).headers["etag"])
    assert (again.status, again.body) == (304, b"")
    head = front.ask(PAGE, method="HEAD")
    assert (head.status, head.body, head.is_from_app) == (200, b"", False)

    workflow.withdraw(article.article, "wrong", by=people.zhi, reason="有误")
    assert front.ask(PAGE).is_from_app
    assert not front.ask("/robots.txt").is_from_app

    for beat in (store.root / "beats").iterdir():
        beat.unlink()
    assert front.ask("/robots.txt").is_from_app
    keep_now()
    assert not front.ask("/robots.txt").is_from_app


def test_who_has_the_page_as_it_was_a_moment_ago_gets_the_new_one(
    front: Front, store: Folder
) -> None:
    """As long, in the same second; and the same page again is known again."""
    told, place = [], "plain/articles/1/index.html"
    for body in (b"as it was", b"as it is.", b"as it was"):
        store.take_out("/articles/1/*")
        for end in ("", ".gz"):
            store.write(f"{place}{end}", body, at=stamp(body))
        keep_now()
        told.append(front.ask(PAGE))
    before, now, again = (one.headers["etag"] for one in told)
    assert front.ask(PAGE, If_None_Match=before).status == 304
    assert (before != now, before == again) == (True, True)
    assert not any("last-modified" in one.headers for one in told)


def test_it_says_what_django_says(front: Front) -> None:
    for page in (PAGE, "/", "/feeds/site.atom", "/feeds/site.rss", "/sitemap.xml", "/robots.txt"):
        said = told_by_django(page).headers
        keep_now()
        told = front.ask(page)
        assert not told.is_from_app, page
        assert {*said} >= SAFE, page
        for name in SAFE:
            assert _parts(told.headers.get(name)) == _parts(said.get(name)), (page, name)


def _parts(value: str | None) -> set[str]:
    """Directives have no order."""
    return {one.strip() for one in (value or "").split(";")}


def test_pages_are_read_back_from_this_machine_by_the_name_of_the_site(
    front: Front, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PROBE_URL = f"https://127.0.0.1:{front.port}"
    keep_now()
    assert set(by_http(PAGE)) == {Seen(0)}  # nobody vouches for the certificate
    monkeypatch.setenv("SSL_CERT_FILE", f"{tmp_path}/nginx/lantai.crt")
    assert set(by_http(PAGE)) == {Seen(200, told_by_django(PAGE).body)}


def test_who_comes_without_https_is_sent_there(front: Front) -> None:
    keep_now()
    for target in (PAGE, "/search/?q=a", "/robots.txt"):
        told = front.ask(target, is_secure=False)
        assert (told.status, told.headers["location"]) == (301, f"https://www.example.cn{target}")
    assert front.ask(PAGE, is_secure=False, Host="evil.example").status == 400


def test_what_is_looked_for_is_in_no_log_of_nginx(front: Front, tmp_path: Path) -> None:
    """Also where the app is away, which it reports with the whole address."""
    front.app.shutdown()
    front.app.server_close()
    for target in ("/search/?q=SOUGHT", "/preview/SECRET/"):
        assert front.ask(target).status == 502
    logs = {one.name: one.read_text() for one in (tmp_path / "nginx").glob("*.log")}
    assert "/search/" in logs["lantai.log"]
    assert not [name for name, said in logs.items() if "SOUGHT" in said or "SECRET" in said]


def test_who_is_known_or_wants_more_is_the_apps(front: Front) -> None:
    keep_now()
    assert not front.ask(PAGE, Cookie="elder=1").is_from_app
    for cookie in (site.SESSION_COOKIE_NAME, site.CSRF_COOKIE_NAME):
        assert front.ask(PAGE, Cookie=f"a=b; {cookie}=x").is_from_app
    assert front.ask(PAGE, Authorization="Basic eDp5").is_from_app
    assert front.ask(PAGE, method="POST", Content_Length="0").is_from_app
    assert front.ask(f"{PAGE}?at=2021-01-01T00:00").is_from_app
    assert front.ask(f"{PAGE}?").is_from_app


def test_an_unknown_host_is_refused_before_the_store(front: Front) -> None:
    keep_now()
    for host in ("evil.example", "www.example.cn.evil.example", "", "127.0.0.1"):
        assert front.ask(PAGE, Host=host).status == 400


PIECES = (
    "articles",
    "1",
    "..",
    ".",
    "",
    "%31",
    "%2e%2e",
    "%2f",
    "index.html",
    "A",
    "1%00",
    "beats",
)


def test_it_agrees_with_the_app_about_every_spelling(front: Front, store: Folder) -> None:
    """Nothing but the page of exactly that address is handed out, whatever stands there."""
    keep_now()
    store.write("plain/articles/1/secret", b"SECRET")
    (store.root / "plain" / "link").symlink_to(store.root / "position")
    targets = [
        f"/{'/'.join(found)}{end}" for found in product(PIECES, repeat=2) for end in ("", "/")
    ]
    targets += ["/plain/index.html", "/../position", "/link", "/link/", "/feeds/site.atom.gz"]
    targets += ["/feeds/site.atom/", "/articles/1/secret", "/" + "a" * 300, "/feeds/../robots.txt"]
    targets += [
        "/tags/~e7bd91e7bb9c/",
        "/tags/%e7%bd%91%e7%bb%9c/",
    ]  # such names the app alone reads
    store.write("plain/tags/~e7bd91e7bb9c/index.html", b"SECRET")
    served = set()
    for target in targets:
        keep_now()
        told = front.ask(target)
        if told.is_from_app or told.status == 400:
            continue
        place = place_of(target)
        assert place is not None, target
        assert told.body == (store.root / "plain" / place).read_bytes(), target
        served.add(target)
    assert served == {PAGE}
