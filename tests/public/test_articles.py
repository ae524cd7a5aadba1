"""The article page: what was approved, in its order, under its number; nothing else opens."""

import re
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import save_head, start_article, start_edition
from bulletins.drafting.head import Head, head_of
from bulletins.models import Column, Edition, SiteSettings
from tests.office import NOTICE, Office, People, again, approved, released

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def words(html: str) -> str:
    """What a reader reads, without spaces."""
    main = re.sub(r"(?s).*<main[^>]*>|</main>.*", "", html)
    return "".join(re.sub(r"<[^>]+>", "", main).split())


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


def test_a_released_article_is_read_under_its_number(client: Client, live: Edition) -> None:
    html = page(client, "/articles/1/")
    assert "<h1>多地推进网络工作</h1>" in html
    assert (
        "天津一年来，各单位扎实推进。一、加强宣传办好网站。二、加强管理定期巡查。贵州一、提升能力"
        in words(html)
    )


def test_a_draft_and_what_is_in_review_do_not_exist(
    client: Client, draft: Edition, people: People
) -> None:
    assert client.get("/articles/1/").status_code == 404
    approved(draft, people)
    assert client.get("/articles/1/").status_code == 404
    assert client.get("/").content.decode().count("多地推进") == 0


def test_a_scheduled_article_appears_to_the_second(
    client: Client, draft: Edition, people: People
) -> None:
    nine = (timezone.now() + timedelta(days=1)).replace(microsecond=0)
    workflow.release(approved(draft, people), by=people.zhong, at=nine)
    places = ["/articles/1/", "/articles/1/regions/120000/", "/tags/网络/"]
    lists = ["/", "/columns/news/", "/regions/120000/", "/archive/"]
    with time_machine.travel(nine - timedelta(seconds=1), tick=False):
        assert {client.get(place).status_code for place in places} == {404}
        assert not any("多地推进" in page(client, place) for place in lists)
    with time_machine.travel(nine, tick=False):
        assert {client.get(place).status_code for place in places} == {200}
        assert all("多地推进" in page(client, place) for place in lists)


def test_a_new_edition_takes_over_at_its_time_in_the_same_place(
    client: Client, live: Edition, people: People
) -> None:
    edition = start_edition(live.article, by=people.lin)
    head = head_of(edition)
    new = Document(**{**_fields(head.document), "title": "更新的标题", "change_note": "改了标题"})
    save_head(edition, Head(new, head.column, "major"), seen=1, by=people.lin)
    later = timezone.now() + timedelta(hours=1)
    workflow.release(approved(again(edition), people), by=people.zhong, at=later)
    assert "<h1>多地推进网络工作</h1>" in page(client, "/articles/1/")
    with time_machine.travel(later, tick=False):
        assert "<h1>更新的标题</h1>" in page(client, "/articles/1/")
        assert page(client, "/columns/news/").count('href="/articles/1/"') == 1


def _fields(document: Document) -> dict[str, Any]:
    return {name: getattr(document, name) for name in Document.__dataclass_fields__}


def test_one_regions_part_is_a_page_of_its_own(client: Client, live: Edition) -> None:
    html = page(client, "/articles/1/regions/520000/")
    assert "提升能力" in html
    assert "加强宣传" not in html
    assert html.count("<h1>") == 1
    assert client.get("/articles/1/regions/510000/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        *("/articles/0/", "/articles/01/", "/articles/2/", "/articles/99999999999999999999/"),
        *("/articles/1/regions/1/", "/articles/1/files/x", "/articles/1/files/" + "a" * 64),
        *("/columns/nix/", "/columns/news/2021/13/", "/columns/news/2021/1/", "/regions/999999/"),
        *("/tags/nix/", "/columns/news/before/7/", "/archive/before/7/", "/columns/%00/"),
    ],
)
def test_what_was_never_published_is_not_found(client: Client, live: Edition, address: str) -> None:
    assert client.get(address).status_code == 404


def test_every_meta_tag_says_what_the_reader_sees(client: Client, live: Edition) -> None:
    SiteSettings.objects.create(pk=1, name="海河网", code="1200000001")
    Column.objects.filter(slug="news").update(description="各地动态", keywords="网络,动态")
    html = page(client, "/articles/1/")
    found = re.findall(r'<meta name="([A-Za-z]+)" content="([^"]*)">', html)
    tags = dict(found)
    assert len(found) == len(tags)
    assert all(value.strip() for value in tags.values())
    assert tags["SiteName"] == "海河网"
    assert tags["SiteIDCode"] == "1200000001"
    assert tags["ColumnName"] == "网上传播"
    assert tags["ColumnDescription"] == "各地动态"
    assert f"<h1>{tags['ArticleTitle']}</h1>" in html
    assert f">{tags['PubDate']}</time>" in html
    assert f"来源: {tags['ContentSource']}<" in html
    assert "<title>多地推进网络工作 - 网上传播 - 海河网</title>" in html


def test_a_title_cannot_break_out_of_its_tags(
    client: Client, office: Office, people: People
) -> None:
    title = '关于"><script>alert(1)</script>的通知'
    edition = start_article(
        Document(title=title, parts=NOTICE.parts), column=office.notices, by=people.lin
    )
    released(edition, people)
    html = page(client, "/articles/1/")
    assert "<script>" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_the_breadcrumb_names_every_column_above(
    client: Client, office: Office, people: People
) -> None:
    released(start_article(NOTICE, column=office.local, by=people.lin), people)
    crumbs = re.search(r'(?s)<nav class="crumbs".*?</nav>', page(client, "/articles/1/"))
    assert crumbs
    assert (
        "".join(re.sub("<[^>]+>", "", crumbs[0]).split()) == "当前位置:首页—网上传播—地方动态—正文"
    )


def test_headings_go_down_without_a_jump(client: Client, office: Office, people: People) -> None:
    sections = tuple(DocumentSection(level, f"标题{level}") for level in (1, 3, 4, 2, 0, 1))
    document = Document(title="题", parts=(DocumentPart(None, "甲", "", sections),))
    released(start_article(document, column=office.notices, by=people.lin), people)
    depths = [int(found) for found in re.findall(r"<h(\d)", page(client, "/articles/1/"))]
    assert depths[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))


def test_an_article_is_read_in_a_fixed_number_of_queries(
    client: Client,
    live: Edition,
    office: Office,
    people: People,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    many = tuple(
        DocumentPart(None, f"第{n}片", "", (DocumentSection(1, "工作", "<p>文</p>"),) * 1)
        for n in range(30)
    )
    released(
        start_article(Document(title="长", parts=many), column=office.notices, by=people.lin),
        people,
    )
    for address in ("/articles/1/", "/articles/2/"):
        with django_assert_num_queries(2):
            client.get(address)
    with django_assert_num_queries(1):
        client.get("/articles/1/regions/120000/")


def test_the_printed_form_is_kept_and_made_again_when_the_printer_is_newer(
    client: Client, live: Edition
) -> None:
    kept = page(client, "/articles/1/")
    assert live.rendered
    Edition.objects.filter(pk=live.pk).update(rendered="", rendered_facts=None, rendered_by="0")
    assert page(client, "/articles/1/") == kept
    call_command("render")
    stored = Edition.objects.get(pk=live.pk)
    assert stored.rendered == live.rendered
    assert stored.rendered_facts == live.rendered_facts


# For who edits in this browser (更正此处); a reader's page is the same without it.
OWN = re.compile(rb'<script src="/static/public/[a-z]+[.0-9a-f]*\.js"( defer)?></script>')
DATA = re.compile(rb'<script type="application/ld\+json">[^<]*</script>')


def test_public_pages_need_no_script_and_allow_none_but_ours(client: Client, live: Edition) -> None:
    for address in ("/", "/articles/1/", "/columns/news/", "/regions/", "/regions/120000/"):
        answer = client.get(address)
        assert b"<script" not in DATA.sub(b"", OWN.sub(b"", answer.content))
        assert b" style=" not in answer.content
        assert "unsafe" not in answer["Content-Security-Policy"]


def test_closing_the_window_is_a_plain_link(client: Client, live: Edition) -> None:
    assert '<a href="/columns/news/">关闭窗口</a>' in page(client, "/articles/1/")


def test_only_reading_is_possible(client: Client, live: Edition) -> None:
    assert client.post("/articles/1/").status_code == 405
    assert client.head("/articles/1/").status_code == 200
