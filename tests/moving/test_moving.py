"""An old site moves in, and out again: nothing twice, nothing of a person's touched, nothing lost."""

import io
import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from accounts.audit.verifying import faults
from accounts.models import User
from bulletins import models, workflow
from bulletins.document.tree import (
    Document,
    DocumentAttachment,
    DocumentPart,
    DocumentSection,
)
from bulletins.document.wording import BEIJING
from bulletins.drafting import document_of, save_head, start_article, start_edition
from bulletins.drafting.head import Head, head_of
from bulletins.files import store_attachment, store_picture
from bulletins.listing.counting import recount
from bulletins.models import (
    Article,
    Column,
    Edition,
    EditionTag,
    ListCount,
    Listing,
    Part,
    Role,
    State,
    Validity,
)
from bulletins.moving.statistics import FIRST
from bulletins.workflow.articles.validity import Force
from bulletins.workflow.placing import place
from bulletins.workflow.sealing import digest_of
from tests.office import Office, People, again, approved, released
from tests.refusals import in_force, lifted

pytestmark = pytest.mark.django_db

LINE: dict[str, Any] = {
    "id": "old-1",
    "slug": "spring",
    "title": "多地推进网络工作",
    "column": "news",
    "published": "2021-03-15 09:13",
    "source": "海河发布",
    "lead": "各地陆续开工。",
    "regions": [
        {
            "name": "天津",
            "intro": "第一句。\n第二句。",
            "sections": [
                {"heading": "一、加强宣传", "body": "办好网站。"},
                {"heading": "加强管理", "body": "<p>定期<b>巡查</b>。</p><script>x()</script>"},
            ],
        },
        {"name": "贵 州", "sections": [{"heading": None, "body": "组织培训。"}]},
    ],
    "tags": ["网络", "清朗"],
    "old_address": "http://old.example.cn/news/1.html?id=7",
    "document_number": "津网办发〔2021〕7号",
    "written": "2021-03-12",
}


@pytest.fixture
def boss(office: Office, places: None) -> None:
    office.hire("boss", Role.ADMINISTRATOR)


def write(folder: Path, *lines: dict[str, Any] | str) -> Path:
    path = folder / "site.jsonl"
    said = [
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    ]
    path.write_text("\n".join(said), encoding="utf-8")
    return path


def move_in(path: Path, *words: str, by: str = "boss") -> str:
    out, err = io.StringIO(), io.StringIO()
    call_command("import_articles", path, "--by", by, *words, stdout=out, stderr=err)
    return out.getvalue() + err.getvalue()


def test_a_line_becomes_a_public_article_with_its_own_time(
    boss: None, tmp_path: Path, client: Client
) -> None:
    assert "新增 1 篇" in move_in(write(tmp_path, LINE), "--release")
    html = client.get("/articles/1/").content.decode()
    assert ">2021-03-15 09:13</time>" in html
    assert '<span class="label">一、</span>加强宣传' in html
    assert '<span class="label">二、</span>加强管理' in html
    assert '<span class="label">一、</span>组织培训' in html
    assert "<p>第一句。</p><p>第二句。</p>" in html
    assert "<strong>巡查</strong>" in html
    assert "x()" not in html
    edition = Edition.objects.get()
    assert (edition.released_as, edition.state) == ("imported", State.RELEASED)
    assert edition.live_from == datetime(2021, 3, 15, 9, 13, tzinfo=BEIJING)
    assert [part.region_id for part in edition.parts.all()] == ["120000", "520000"]


def test_it_stands_in_its_lists_and_is_sealed_like_any_other(boss: None, tmp_path: Path) -> None:
    move_in(write(tmp_path, LINE), "--release")
    edition = Edition.objects.get()
    assert digest_of(edition) == edition.digest
    names = set(Listing.objects.values_list("list", flat=True))
    assert names == {
        *("all", "column:news", "region:120000", "region:520000", "tag:网络", "tag:清朗")
    }
    kept = dict(ListCount.objects.values_list("list", "count"))
    recount()
    assert dict(ListCount.objects.values_list("list", "count")) == kept
    printed = set(Listing.objects.values_list("list", "number", "title", "regions"))
    call_command("rebuild_lists", verbosity=0)
    assert set(Listing.objects.values_list("list", "number", "title", "regions")) == printed
    assert not list(faults())


def test_the_old_address_leads_to_the_new_one(boss: None, tmp_path: Path, client: Client) -> None:
    move_in(write(tmp_path, LINE), "--release")
    answer = client.get("/news/1.html?id=7")
    assert (answer.status_code, answer["Location"]) == (301, "/articles/1/")
    assert client.get("/news/1.html?id=8").status_code == 404


def test_an_old_address_of_a_draft_leads_nowhere(
    boss: None, office: Office, tmp_path: Path, client: Client
) -> None:
    office.hire("ed", Role.EDITOR)
    move_in(write(tmp_path, LINE), by="ed")
    assert Edition.objects.get().state == State.DRAFT
    assert client.get("/news/1.html?id=7").status_code == 404


def test_a_second_run_changes_nothing(boss: None, tmp_path: Path) -> None:
    path = write(tmp_path, LINE, LINE | {"id": "old-2"})
    move_in(path, "--release")
    assert "新增 0 篇，已有 2 篇" in move_in(path, "--release")
    assert Article.objects.count() == 2


def test_what_was_broken_off_goes_on_where_it_stopped(boss: None, tmp_path: Path) -> None:
    first = write(tmp_path, LINE)
    move_in(first, "--release")
    assert "新增 1 篇，已有 1 篇" in move_in(write(tmp_path, LINE, LINE | {"id": "b"}), "--release")


def test_what_a_person_made_of_it_since_stands(
    boss: None, tmp_path: Path, people: People, client: Client
) -> None:
    path = write(tmp_path, LINE)
    move_in(path, "--release")
    edition = start_edition(Article.objects.get(), by=people.lin)
    head = head_of(edition)
    said = {name: getattr(head.document, name) for name in Document.__dataclass_fields__}
    document = Document(**said | {"title": "改过的标题", "change_note": "更正标题"})
    save_head(edition, Head(document, head.column, "correction"), seen=1, by=people.lin)
    workflow.release(approved(again(edition), people), by=people.zhong)
    move_in(write(tmp_path, LINE | {"title": "又来的标题"}), "--release")
    assert "<h1>改过的标题</h1>" in client.get("/articles/1/").content.decode()
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("erased", [False, True])
def test_what_was_taken_away_does_not_come_back(
    boss: None, people: People, tmp_path: Path, erased: bool
) -> None:
    """Not by its own id, nor under another one that leads to the same old address."""
    path = write(tmp_path, LINE)
    move_in(path, "--release")
    article = Article.objects.get()
    _take_away(article, people, erased=erased)
    assert "新增 0 篇，已有 1 篇" in move_in(path, "--release")
    again = write(tmp_path, LINE | {"id": "another", "number": 1})
    for words in (("--release",), (), ("--dry-run",)):
        assert "本站第 1 号稿件已撤下或清除" in move_in(again, *words)
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("erased", [False, True])
def test_what_moved_out_of_here_does_not_come_back(
    boss: None, people: People, draft: Edition, tmp_path: Path, erased: bool
) -> None:
    live = released(draft, people)
    path = tmp_path / "out.jsonl"
    call_command("export_articles", path, verbosity=0)
    assert "新增 0 篇，已有 1 篇" in move_in(path, "--release")
    _take_away(live.article, people, erased=erased)
    told = move_in(path, "--release")
    assert "新增 0 篇" in told
    assert Edition.objects.count() == 1
    line = json.loads(path.read_text(encoding="utf-8"))
    other = write(tmp_path, line | {"published": "2020-01-01 08:00"})
    assert "本站第 1 号稿件已撤下或清除" in move_in(other, "--release")
    assert Edition.objects.count() == 1


def _take_away(article: Article, people: People, *, erased: bool) -> None:
    workflow.withdraw(article, "privacy", by=people.zhi, reason="误")
    if erased:
        boss = User.objects.get(username="boss")
        workflow.erase(article, by=boss, reason="依申请")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "不是 JSON"),
        ("[1]", "不是 JSON 对象"),
        ("[" * 100_000, "不是 JSON"),
        (LINE | {"id": ""}, "没有 id"),
        (LINE | {"id": True}, "没有 id"),
        (LINE | {"id": "x" * 201}, "超过 200"),
        (LINE | {"title": " "}, "没有标题"),
        (LINE | {"title": "长" * 301}, "超过 300 字"),
        (LINE | {"column": "nix"}, "没有栏目"),
        (LINE | {"published": "昨天"}, "不是时间"),
        (LINE | {"published": "0001-01-01"}, "不是时间"),
        (LINE | {"published": None}, "没有发布时间"),
        (LINE | {"published": "2999-01-01 00:00"}, "在将来"),
        (LINE | {"written": "2021-02-30"}, "不是日期"),
        (LINE | {"regions": "天津"}, "应是列表"),
        (LINE | {"regions": ["天津"]}, "每一项应是"),
        (LINE | {"regions": [{"name": "甲", "sections": [{"level": 9}]}]}, "level"),
        (LINE | {"regions": [{"code": "999999"}]}, "没有代码为 999999"),
        (LINE | {"attachments": ["../../etc/passwd"]}, "不在列表文件所在的文件夹"),
        (LINE | {"attachments": ["/etc/passwd"]}, "不在列表文件所在的文件夹"),
        (LINE | {"attachments": ["没有.pdf"]}, "打不开"),
        (LINE | {"attachments": [{"path": 7}]}, "attachments"),
        (LINE | {"lead": f"<p><img src='file:{'a' * 64}'></p>"}, "图片"),
        (LINE | {"archived_at": "2999-01-01"}, "archived_at 在将来"),
        (LINE | {"ends_at": "2021-03-15 09:13"}, "不晚于发布时间"),
        (LINE | {"validity": "永远"}, "validity 应是"),
        (LINE | {"validity": "repealed"}, "没有 validity_from"),
        (LINE | {"validity_basis": "新办法"}, "没有 validity"),
        (LINE | {"outcome": "javascript:alert(1)"}, "不是可用的网址"),
        (LINE | {"closing_note": "长" * 301}, "超过 300 字"),
        (LINE | {"placings": [{"column": "nix"}]}, "没有栏目“nix”"),
        (LINE | {"placings": [{"column": "local"}, {"column": "local"}]}, "写了两次"),
    ],
)
def test_a_bad_line_is_kept_out_and_named(
    boss: None, tmp_path: Path, line: dict[str, Any] | str, said: str
) -> None:
    told = move_in(write(tmp_path, LINE | {"id": "good"}, "", line), "--release")
    assert "新增 1 篇" in told
    assert "第 3 行未收" in told
    assert said in told


def test_an_id_twice_in_one_file_counts_once(boss: None, tmp_path: Path) -> None:
    assert "第 2 行未收：id“old-1”在文件中出现过" in move_in(
        write(tmp_path, LINE, LINE), "--release"
    )


def test_a_dry_run_stores_nothing(boss: None, tmp_path: Path) -> None:
    assert "可以收入 1 篇" in move_in(write(tmp_path, LINE), "--release", "--dry-run")
    assert not Article.objects.exists()


@pytest.mark.parametrize("who", ["lin", "zhong"])
def test_only_an_administrator_releases_a_whole_site_and_by_name(
    boss: None, people: People, tmp_path: Path, who: str
) -> None:
    for by in (who, "", "nobody"):
        with pytest.raises(SystemExit) as stopped:
            move_in(write(tmp_path, LINE), "--release", by=by)
        assert stopped.value.code == 2
    assert not Article.objects.exists()


def test_a_body_in_one_text_finds_its_regions(boss: None, tmp_path: Path) -> None:
    body = "天 津\n一、加强宣传\n办好网站。\n贵 州\n一、提升能力\n组织培训。"
    move_in(write(tmp_path, LINE | {"regions": [], "body": body}), "--release")
    document = document_of(Edition.objects.get())
    assert [part.region for part in document.parts] == ["120000", "520000"]
    assert document.parts[0].sections == (
        DocumentSection(1, "加强宣传", "<p>办好网站。</p>", key=document.parts[0].sections[0].key),
    )


def test_an_unknown_or_ambiguous_region_keeps_its_heading(boss: None, tmp_path: Path) -> None:
    regions = [{"name": "海外", "intro": "甲"}, {"name": "大同", "intro": "乙"}]
    move_in(write(tmp_path, LINE | {"regions": regions}), "--release")
    parts = document_of(Edition.objects.get()).parts
    assert [(part.region, part.heading) for part in parts] == [(None, "海外"), (None, "大同")]


@pytest.fixture
def full(office: Office, people: People, boss: None) -> None:
    """A small site with everything in it."""
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "JPEG")
    picture = store_picture(out.getvalue(), "会场.jpg", by=people.lin)
    file = store_attachment("甲、乙".encode(), "名单.txt", by=people.lin)
    sections = (
        DocumentSection(0, "第一章 总则"),
        DocumentSection(1, "要求", "<p>甲</p>", value=3),
        DocumentSection(2, "思想", "<p>接着写。</p><p>又一段。</p>", run_in="。"),
        DocumentSection(2, None, "<table><tr><td>甲</td></tr></table>"),
    )
    intro = f'<p><img src="file:{picture.pk}" alt="会场"></p>'
    parts = (DocumentPart("120000", "天 津", intro, sections), DocumentPart(intro="<p>附</p>"))
    document = Document(
        title="全都有",
        subtitle="副题",
        list_title="列表题",
        source="海河发布",
        source_address="https://example.org/1",
        written_date=None,
        document_number="津〔2021〕1号",
        responsible_editor="林",
        lead="<p>前言</p>",
        parts=parts,
        closing='<p class="right">办公室</p>',
        tags=("甲", "乙"),
        closes_at=timezone.now() + timedelta(days=3),
    )
    edition = start_article(document, column=office.notices, by=people.lin)
    head = head_of(edition)
    attached = DocumentAttachment("名单", f"file:{file.pk}")
    said = {name: getattr(head.document, name) for name in Document.__dataclass_fields__}
    new = Document(**said | {"attachments": (attached,)})
    save_head(edition, Head(new, head.column), seen=1, by=people.lin)
    released(again(edition), people)
    link = Document(title="只有题", link_only_to="https://example.org/2")
    released(start_article(link, column=office.news, by=people.lin), people)
    _lived(office, people)


def _lived(office: Office, people: People) -> None:
    """Articles after their release: closed, put off, repealed, archived, ending, on top elsewhere."""
    later = timezone.now() + timedelta(days=3)
    texts = [("征集", office.notices), ("展期", office.notices), ("旧规", office.news)]
    texts += [("旧闻", office.news), ("公示", office.news), ("置顶", office.local)]
    closed, put_off, repealed, archived, ending, on_top = (
        released(
            start_article(
                Document(title=title, parts=(DocumentPart(intro="<p>文</p>"),), closes_at=later),
                column=column,
                by=people.lin,
            ),
            people,
        ).article
        for title, column in texts
    )
    workflow.close(closed, by=people.zhi, note="名额已满", outcome="/articles/1/")
    workflow.extend(put_off, by=people.zhi, at=later + timedelta(days=9))
    ceased = Force(Validity.REPEALED, date(2025, 5, 1), "新办法", date(2027, 1, 1))
    workflow.set_validity(repealed, ceased, by=people.zhi)
    workflow.archive(archived, by=people.zhi)
    workflow.set_end(ending, by=people.zhi, at=later)
    placed = {office.news.pk: later + timedelta(days=1)}
    place(on_top.editions.get(), placed, by=people.zhi)


def test_counts_hold_when_notices_move_in_that_are_still_open(boss: None, tmp_path: Path) -> None:
    ahead = (timezone.now() + timedelta(days=3)).isoformat()
    for n in range(2):
        notice = LINE | {"id": f"n{n}", "slug": f"n{n}", "column": "notices", "closes_at": ahead}
        move_in(write(tmp_path, {**notice, "old_address": ""}), "--release")
    held = ListCount.objects.filter(count__gt=0).values_list("list", "count")
    kept = dict(held)
    recount()
    assert kept == dict(held.all())
    assert kept["column:notices:open"] == 2


def test_what_moved_out_and_into_an_empty_site_gives_the_same_pages(
    full: None, tmp_path: Path, client: Client
) -> None:
    addresses = ["/", "/articles/1/", "/articles/2/", "/articles/1/regions/120000/"]
    addresses += ["/columns/notices/", "/regions/120000/", "/tags/甲/", "/archive/"]
    addresses += ["/columns/news/", "/columns/notices/open/", "/columns/notices/closed/"]
    addresses += [f"/articles/{number}/" for number in range(3, 9)]
    until = Article.objects.get(number=7).ends_at
    before = {address: client.get(address).content.decode() for address in addresses}
    call_command("export_articles", tmp_path / "site.jsonl", stdout=io.StringIO())
    _empty()
    move_in(tmp_path / "site.jsonl", "--release")
    after = {address: client.get(address).content.decode() for address in addresses}
    assert "<b>迁移</b>" in after["/articles/1/"]
    assert _but_for_its_history(after) == _but_for_its_history(before)
    assert [word in after["/articles/3/"] for word in ("提前截止", "名额已满")] == [True, True]
    assert ["置顶" in after["/columns/news/"], "旧闻" in after["/columns/news/"]] == [True, False]
    assert Edition.objects.get(article__number=7).live_until == until
    kept = dict(ListCount.objects.filter(count__gt=0).values_list("list", "count"))
    recount()
    assert kept == dict(ListCount.objects.values_list("list", "count"))
    assert not list(faults())
    picture = before["/articles/1/"].partition('src="/articles/1/files/')[2][:64]
    shown = client.get(f"/articles/1/files/{picture}")
    assert b"".join(shown.streaming_content)[:3] == b"\xff\xd8\xff"  # type: ignore[attr-defined]


def _but_for_its_history(pages: dict[str, str]) -> dict[str, str]:
    """That it moved in is told to readers, and only there.

    A seal has a salt of its own, and related articles are chosen at a release.
    """
    own = '<section class="(?:history|related)".*?</section>|<details class="digest">.*?</details>'
    return {
        address: "".join(re.sub(own, "", page, flags=re.S).split())
        for address, page in pages.items()
    }


def _empty() -> None:
    """Another site: all articles gone, columns and people the same."""
    with lifted(*in_force()):
        tables: tuple[type[Model], ...] = (
            *(models.Listing, models.ListCount, models.Redirect, models.Placing, models.Proof),
            *(models.Review, models.EarlierText, models.EditionAuthor, EditionTag, models.FileUse),
            *(models.Attachment, models.Section, models.Part, Edition, Article, models.StoredFile),
        )
        for table in tables:
            table._default_manager.all().delete()


def test_the_export_is_whole_or_not_there(full: None, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        call_command("export_articles", tmp_path / "no" / "site.jsonl", stderr=io.StringIO())
    assert not (tmp_path / "no").exists()


def test_columns_are_found_by_name_too(boss: None, tmp_path: Path) -> None:
    move_in(write(tmp_path, LINE | {"column": "网上传播"}), "--release")
    assert Edition.objects.get().column == Column.objects.get(slug="news")


def test_after_much_came_in_the_database_knows_what_it_holds(boss: None, tmp_path: Path) -> None:
    """Without that a hundred thousand take days: plans made for empty tables read all of them."""
    many = [
        LINE | {"old_address": "", "id": f"n{number}", "title": f"第{number}条"}
        for number in range(FIRST)
    ]
    move_in(write(tmp_path, *many), "--release")
    looked_at = {
        "sqlite": "SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'bulletins_section'",
        "postgresql": "SELECT COUNT(*) FROM pg_stats WHERE tablename = 'bulletins_section'",
    }
    with connection.cursor() as cursor:
        cursor.execute(looked_at[connection.vendor])
        assert cursor.fetchone()[0] > 0


def test_many_regions_are_looked_up_at_once(boss: None, tmp_path: Path) -> None:
    """A query for each took a sixth of the time."""
    names = "滨海新区 武清区 河东区 津南区 南开区 静海区 红桥区 蓟州区".split()
    own = [{"regions": [{"name": name, "intro": "好。"}]} for name in names]
    many = [LINE | {"old_address": "", "id": f"r{n}"} | one for n, one in enumerate(own)]
    with CaptureQueriesContext(connection) as queries:
        move_in(write(tmp_path, *many), "--release")
    said = [one["sql"] for one in queries.captured_queries]
    asked = [sql for sql in said if 'FROM "regions_region"' in sql]
    assert Part.objects.values("region").distinct().count() == len(names)
    assert len(asked) < len(names)


def test_who_moves_in_writes_lists_in_turn(boss: None, tmp_path: Path) -> None:
    """As every verb: else each may wait for what the other holds."""
    with CaptureQueriesContext(connection) as queries:
        move_in(write(tmp_path, {**LINE, "old_address": ""}), "--release")
    counts = [one["sql"] for one in queries.captured_queries if "_listcount" in one["sql"]]
    assert counts[0].startswith("SELECT")
    assert "'all'" in counts[0]
    assert ("FOR UPDATE" in counts[0]) == (connection.vendor == "postgresql")
