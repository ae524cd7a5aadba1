"""Files that nobody proof-read: every bad line is named, every good one comes in, nothing is lost."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import document_of
from bulletins.models import Article, Edition, Redirect, Role, StoredFile
from bulletins.moving import moving_in
from bulletins.moving.moving_in import move_in
from tests.office import Office
from tests.together import together

pytestmark = pytest.mark.django_db
LINE: dict[str, Any] = {
    "id": "old-1",
    "title": "多地推进网络工作",
    "column": "news",
    "published": "2021-03-15 09:13",
}


@pytest.fixture
def boss(office: Office, places: None) -> User:
    return office.hire("boss", Role.ADMINISTRATOR)


def moved(folder: Path, *lines: dict[str, Any] | bytes) -> str:
    """What import_articles says of a file of these lines."""
    path = folder / "site.jsonl"
    said = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines]
    path.write_bytes(b"\n".join(said))
    out = io.StringIO()
    call_command("import_articles", path, "--release", "--by", "boss", stdout=out, stderr=out)
    return out.getvalue()


def section(**said: Any) -> dict[str, Any]:
    return LINE | {"regions": [{"name": "天津", "sections": [said]}]}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (LINE | {"title": "\u200b\u202e"}, "没有标题"),
        (LINE | {"id": "a\0b"}, "id 中有看不见的字符"),
        (LINE | {"id": "\ud800"}, "id 中有看不见的字符"),
        (LINE | {"regions": [{"name": ["天津"]}]}, "name 应是文字"),
        (LINE | {"regions": [{"name": "天津", "intro": 5}]}, "intro 应是文字"),
        (section(heading={"a": 1}), "heading 应是文字"),
        (section(heading="甲", body=["乙"]), "body 应是文字"),
        (section(heading="甲", level=1.0), "level 应是 0 到 4"),
        (section(heading="甲", level=True), "level 应是 0 到 4"),
        (section(heading="甲", number=-5), "number 应是 1 到 9999"),
        (LINE | {"tags": [None]}, "tags 中的每一项应是文字"),
        (LINE | {"pictures": ["x"]}, "pictures 应是"),
        (LINE | {"pictures": 7}, "pictures 应是"),
        (LINE | {"attachments": ["."]}, "打不开"),
        (LINE | {"attachments": ["a\0b"]}, "路径写得不对"),
        (LINE | {"attachments": [""]}, "既没有路径，也没有标题"),
        (LINE | {"attachments": [{"title": "x", "address": "javascript:x()"}]}, "不是网址"),
        (LINE | {"attachments": [{"title": "x", "address": "file:" + "a" * 64}]}, "不是网址"),
        (LINE | {"link_only_to": "javascript:x()"}, "不是网址"),
        (LINE | {"old_address": "news/1.html"}, "old_address 应是"),
        (LINE | {"old_address": "//evil.example.com/"}, "old_address 应是"),
        (LINE | {"old_address": "/" + "a" * 500}, "超过 500"),
        ("标题".encode("gb18030"), "不是 UTF-8"),
        (b'{"title": "' + b"x" * 60_000_000, "超过 10 MB"),
    ],
)
def test_a_bad_line_is_named_and_keeps_no_other_out(
    boss: User, tmp_path: Path, line: dict[str, Any] | bytes, said: str
) -> None:
    told = moved(tmp_path, LINE | {"id": "before"}, line, LINE | {"id": "after"})
    assert "新增 2 篇" in told
    assert "第 2 行未收" in told
    assert said in told


def test_what_only_the_database_refuses_keeps_no_other_out(
    boss: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if we had forgotten to ask: the constraint is the last to say no."""
    monkeypatch.setattr("bulletins.moving.lines.squeeze", lambda text: text or "x")
    nameless = LINE | {"title": "\u200b", "tags": ["新标签"]}
    told = moved(tmp_path, LINE | {"id": "a", "tags": ["新标签"]}, nameless, LINE | {"id": "b"})
    assert "第 2 行未收：数据库不收" in told
    assert set(Article.objects.values_list("import_id", flat=True)) == {"a", "b"}


def test_a_file_with_a_mark_at_its_head_and_windows_line_ends(boss: User, tmp_path: Path) -> None:
    line = b"\xef\xbb\xbf" + json.dumps(LINE).encode() + b"\r"
    assert "新增 2 篇，已有 0 篇，未收 0 行" in moved(tmp_path, line, LINE | {"id": "b"}, b"\r")


def test_attachments_of_one_name_are_two_files(boss: User, tmp_path: Path) -> None:
    for folder, words in (("甲", "甲地名单"), ("乙", "乙地名单")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "名单.txt").write_text(words, encoding="utf-8")
    named = {"title": " 名\u200b单  二 ", "path": "乙/名单.txt"}
    moved(tmp_path, LINE | {"attachments": ["甲/名单.txt", "乙/名单.txt", named]})
    files = [one.address for one in attachments()]
    assert [one.title for one in attachments()] == ["名单.txt", "名单.txt", "名单 二"]
    assert all(address.startswith("file:") for address in files)
    assert files[0] != files[1] == files[2]
    assert StoredFile.objects.count() == 2


def attachments() -> tuple[DocumentAttachment, ...]:
    return document_of(Edition.objects.get()).attachments


def test_a_number_too_high_to_count_stays_in_its_heading(boss: User, tmp_path: Path) -> None:
    moved(tmp_path, section(heading="20210. 号文件", body="甲"))
    assert document_of(Edition.objects.get()).parts[0].sections[0].heading == "20210. 号文件"


@pytest.mark.parametrize(
    ("old", "asked"),
    [
        ("http://old.example.cn/新闻/1.html", "/%E6%96%B0%E9%97%BB/1.html"),
        ("/%e6%96%b0/1.html", "/%E6%96%B0/1.html"),
        ("/%d0%c2/1.asp?lm=%d0%c2", "/%D0%C2/1.asp?lm=%D0%C2"),
        ("/list;7/1.asp?id=7", "/list;7/1.asp?id=7"),
        ("/a.asp?栏目=新", "/a.asp?%E6%A0%8F%E7%9B%AE=%E6%96%B0"),
        ("/my%20page.html", "/my%20page.html"),
        ("HTTPS://old.example.cn/1.html#top", "/1.html?from=weixin"),
    ],
)
def test_an_old_address_is_found_however_it_is_spelt(
    boss: User, tmp_path: Path, client: Client, old: str, asked: str
) -> None:
    moved(tmp_path, LINE | {"old_address": old})
    answer = client.get(asked)
    assert (answer.status_code, answer.get("Location")) == (301, "/articles/1/")


def test_an_old_address_goes_out_and_comes_in_alike(boss: User, tmp_path: Path) -> None:
    moved(tmp_path, LINE | {"old_address": "/%d0%c2/%E6%96%B0.asp"})
    stored = Redirect.objects.get().path
    assert stored == "/%D0%C2/新.asp"
    Redirect.objects.all().delete()
    moved(tmp_path, LINE | {"id": "again", "old_address": stored})
    assert Redirect.objects.get().path == stored


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_the_same_time_bring_every_article_once(
    boss: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving_in, "STEP", 5)
    lines = [json.dumps(LINE | {"id": f"n{n}", "tags": [f"标{n}"]}) for n in range(40)]

    def run() -> list[object]:
        return list(move_in(lines, tmp_path, by=boss, release=True))

    counts = [outcomes[-1] for outcomes in together(run, run) if isinstance(outcomes, list)]
    assert [one.bad for one in counts] == [{}, {}]
    assert sum(one.new for one in counts) == sum(one.known for one in counts) == 40
    assert Article.objects.count() == 40
