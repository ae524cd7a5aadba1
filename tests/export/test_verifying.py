"""verify_site finds what was changed, is missing, stale or left over; nginx serves what was exported."""

import json
import os
from collections.abc import Callable
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client

from bulletins import workflow
from bulletins.models import Article, Edition, Listing, StoredFile
from bulletins.pages.export.exporting import export_site
from bulletins.pages.export.manifest import Manifest
from bulletins.pages.export.verifying import verify_folder, verify_served
from bulletins.pages.export.verifying.faults import Kind
from tests.export.conftest import DAY, MONDAY, more
from tests.export.serving import nginx_serving
from tests.office import Office, People

pytestmark = pytest.mark.django_db
PAGE = "site/articles/1/index.html"
SECURITY = (
    *("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options"),
    *("Referrer-Policy", "Cross-Origin-Opener-Policy", "X-Robots-Tag", "Content-Disposition"),
)
Read = Callable[[Path], Manifest]


def found(folder: Path) -> set[tuple[Kind, str]]:
    return {(one.kind, one.place) for one in verify_folder(folder)}


def rewritten(file: Path, old: bytes, new: bytes) -> None:
    """As somebody would who wants it not to be seen: size and time stay."""
    said, stat = file.read_bytes(), file.stat()
    assert old in said
    assert len(old) == len(new)
    file.write_bytes(said.replace(old, new))
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_a_folder_that_was_touched(
    whole: Path, office: Office, people: People, capsys: pytest.CaptureFixture[str]
) -> None:
    """One export, then one thing after the other; each is found, and a new export mends it."""
    export_site(whole)
    assert found(whole) == set()
    call_command("verify_site", str(whole))
    assert "与签发的一致" in capsys.readouterr().out
    tree = whole / "current"

    rewritten(tree / PAGE, "加强宣传".encode(), "加强宣転".encode())
    (tree / "site/articles/2/index.html").unlink()
    (tree / "site/extra.html").write_text("多出来的")
    says = {one.says for one in verify_folder(whole) if one.kind == Kind.TAMPERED}
    assert says == {"内容与清单上的校验码不同", "页面上的正文不是签发的文字"}
    assert found(whole) == {
        (Kind.TAMPERED, PAGE),
        (Kind.TAMPERED, "/articles/1/"),
        (Kind.MISSING, "site/articles/2/index.html"),
        (Kind.LEFT_OVER, "site/extra.html"),
    }
    with pytest.raises(CommandError, match="有 4 处不对"):
        call_command("verify_site", str(whole))
    export_site(whole, anew=True)
    assert found(whole) == set()

    more(office, people, "新的")
    workflow.withdraw(Article.objects.get(number=2), "wrong", by=people.zhi, reason="内部")
    after = found(whole)
    assert (Kind.MISSING, "/articles/26/") in after
    assert (Kind.LEFT_OVER, "/articles/2/") in after
    assert (Kind.STALE, "/") in after
    export_site(whole)
    assert found(whole) == set()
    with time_machine.travel(MONDAY + DAY * 40):
        assert (Kind.STALE, "manifest.json") in found(whole)


def test_a_text_that_is_not_what_was_approved(whole: Path) -> None:
    """Even where somebody changed the database, and exported after it."""
    export_site(whole)
    Edition.objects.filter(article__number=1).update(rendered="<p>改过的</p>")
    export_site(whole, anew=True)
    says = {(one.place, one.says.split("：")[0]) for one in verify_folder(whole)}
    assert says == {
        ("/articles/1/", "页面上的正文不是签发的文字"),
        ("/articles/1/", "第 1 版"),
        ("/articles/1/", "第 2 版"),
    }


def test_what_is_kept_beside_a_text_is_proved_too(whole: Path) -> None:
    """What is added to the text, to an earlier one, to lists; a file that is another."""
    one = Edition.objects.live().get(article__number=1)
    of = Edition.objects.filter(pk=one.pk)
    of.update(rendered=one.rendered + "<p>请汇款</p>")
    Listing.objects.filter(number=25).update(title="改过的题目")
    file = StoredFile.objects.get(width=None)
    Path(file.content.path).write_bytes(b"%PDF-1.7 other")
    export_site(whole, forms=())
    assert "请汇款" in (whole / "current" / PAGE).read_text()
    found = {(one.place, one.says.split("：")[0]) for one in verify_folder(whole)}
    assert found == {
        ("/articles/1/", "第 2 版"),
        ("/articles/25/", "列表 all 里的标题与签发的不同"),
        (f"/articles/1/files/{file.pk}", "文件的内容不是它的地址所说的那个"),
    }


def test_a_manifest_that_somebody_else_wrote(whole: Path) -> None:
    export_site(whole)
    file = whole / "current/manifest.json"
    said = json.loads(file.read_text())
    said["valid_until"] = "2099-01-01T00:00:00+00:00"
    file.write_text(json.dumps(said))
    with pytest.raises(CommandError, match="签名不对"):
        call_command("verify_site", str(whole))
    assert export_site(whole).kept == 0  # nothing is taken over from it


def asked(url: str, address: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request("GET", address)
    answer = connection.getresponse()
    told = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return told


def test_nginx_serves_it_as_the_site_does(
    whole: Path, tmp_path: Path, client: Client, manifest: Read
) -> None:
    export_site(whole)
    with nginx_serving(whole, tmp_path / "nginx") as url:
        for address, kept in manifest(whole).files.items():
            if not address.startswith("/") or address.startswith("/static/"):
                continue
            status, headers, body = asked(url, address)
            answer: Any = client.get(address)
            told = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert status == answer.status_code, address
            assert body == told or status == 302, address
            if status == 200 and kept.path:
                kinds = [
                    one.split(";")[0] for one in (headers["Content-Type"], answer["Content-Type"])
                ]
                assert kinds[0] == kinds[1], address
                for name in SECURITY:
                    same = sorted(headers.get(name, "").split("; "))
                    assert same == sorted(answer.get(name, "").split("; ")), (address, name)
        _where_it_leads(url)
        assert list(verify_served(url)) == []
        assert list(verify_served(url, export=whole)) == []
        rewritten(whole / "current" / PAGE, "加强宣传".encode(), "加强宣転".encode())
        for export in (None, whole):
            places = {(one.kind, one.place) for one in verify_served(url, export=export)}
            assert places == {(Kind.TAMPERED, "/articles/1/")}


def _where_it_leads(url: str) -> None:
    leads = {
        "/articles/4/": (302, "https://www.example.cn/a?b=$c"),
        "/articles/5/": (302, "/articles/1/"),
        "/articles/5/record.json": (302, "/articles/1/"),
        "/news/1.html": (301, "/articles/1/"),
        "/show.asp?id=1": (301, "/articles/1/"),
        "/columns/former/": (301, "/columns/news/"),
        "/columns/former/2026/11/": (301, "/columns/news/2026/11/"),
        "/feeds/columns/former.atom": (301, "/feeds/columns/news.atom"),
        "/articles/1": (301, "/articles/1/"),
    }
    for address, told in leads.items():
        status, headers, _ = asked(url, address)
        assert (status, headers["Location"]) == told, address
    for address in ("/articles/3/", "/articles/3/article.txt", "/old/3.html"):
        status, headers, body = asked(url, address)
        assert (status, headers["Cache-Control"]) == (410, "no-store"), address
        assert "已停止公开".encode() in body
    for address, status in {
        "/search/?q=1": 503,
        "/reports/new/": 503,
        "/api/v1/articles": 503,
        "/articles/1/article.pdf": 503,
        "/articles/99/": 404,
        "/manifest.json": 404,
        "/articles/": 404,
        "/nginx.conf": 404,
        "/..%2fmanifest.json": 400,
    }.items():
        assert asked(url, address)[0] == status, address
    assert "静态副本".encode() in asked(url, "/search/?q=1")[2]
    assert "页面不存在".encode() in asked(url, "/nowhere/")[2]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("ftp://example.cn", "不是网址"),
        ("http://127.0.0.1:9/", "没有答复"),
        ("/nowhere", "还没有完整的导出"),
    ],
)
def test_what_cannot_be_verified_is_said(place: str, sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("verify_site", place)


def test_the_clock_alone_makes_it_stale(whole: Path) -> None:
    until = export_site(whole, forms=()).manifest.valid_until
    with time_machine.travel(until - timedelta(seconds=5)):
        assert found(whole) == set()
    with time_machine.travel(until):
        assert (Kind.STALE, "manifest.json") in found(whole)
