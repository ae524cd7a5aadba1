"""What the API says: of what is public, all; of what is not, nothing; to programs, in their words."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.tree import DocumentAttachment, DocumentPart, DocumentSection
from bulletins.drafting import start_article
from bulletins.files import store_attachment
from bulletins.models import Edition
from tests.api.reading import SITE, asked, every
from tests.office import BULLETIN, NOTICE, Office, People, amended, approved, released

pytestmark = pytest.mark.django_db
PROBLEM = "application/problem+json"


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


@pytest.fixture
def notices(office: Office, people: People) -> list[Edition]:
    starts = (start_article(NOTICE, column=office.notices, by=people.lin) for _ in range(5))
    return [released(one, people) for one in starts]


def test_an_article_is_told_whole(client: Client, live: Edition) -> None:
    said = asked(client, "articles/1")
    assert (said["title"], said["column"], said["source"]) == (
        "多地推进网络工作",
        "news",
        "海河发布",
    )
    assert said["digest"] == live.digest
    assert said["first_published_at"].endswith("+08:00")
    assert [tag["name"] for tag in said["tags"]] == ["网络"]
    tianjin, guizhou = said["parts"]
    assert (tianjin["region"], tianjin["region_name"], tianjin["heading"]) == (
        "120000",
        "天津",
        "天 津",
    )
    assert tianjin["page"] == f"{SITE}/articles/1/regions/120000/"
    second = tianjin["sections"][1]
    assert (second["number"], second["label"], second["heading"]) == (2, "二、", "加强管理")
    assert second["body"] == {"html": "<p>定期巡查。</p>", "text": "定期巡查。"}
    assert second["address"] == f"{SITE}/articles/1/#{second['key']}"
    assert f'id="{second["key"]}"' in client.get("/articles/1/").content.decode()
    assert guizhou["sections"][0]["label"] == "一、"


def test_pictures_and_attachments_lead_to_their_files(
    client: Client, office: Office, people: People
) -> None:
    file = store_attachment(b"%PDF-1.4 text", "表.pdf", by=people.lin)
    document = replace(NOTICE, attachments=(DocumentAttachment("名单", f"file:{file.pk}"),))
    released(start_article(document, column=office.notices, by=people.lin), people)
    (kept,) = asked(client, "articles/1")["attachments"]
    assert (kept["sha256"], kept["size"], kept["type"]) == (file.pk, file.size, file.type)
    found = client.get(kept["address"].removeprefix(SITE))
    assert hashlib.sha256(found.getvalue()).hexdigest() == file.pk


def test_sections_of_a_region_come_with_what_they_are_from(client: Client, live: Edition) -> None:
    found = list(every(client, "regions/120000/sections"))
    assert [(one["label"], one["heading"]) for one in found] == [
        ("", "天 津"),
        ("一、", "加强宣传"),
        ("二、", "加强管理"),
    ]
    assert {one["region"] for one in found} == {"120000"}
    assert {one["article"]["title"] for one in found} == {"多地推进网络工作"}
    assert len(list(every(client, "tags/网络/sections"))) == 4
    assert list(every(client, "regions/510000/sections")) == []


def test_a_region_says_what_lies_in_it_says(
    client: Client, office: Office, people: People, places: None
) -> None:
    part = DocumentPart("120116", "", "", (DocumentSection(1, "智慧港口", "<p>起步。</p>"),))
    released(
        start_article(replace(BULLETIN, parts=(part,)), column=office.news, by=people.lin), people
    )
    (found,) = every(client, "regions/120000/sections")
    assert (found["heading"], found["region"]) == ("智慧港口", "120116")


def test_pages_hold_together_whatever_is_released_or_taken_meanwhile(
    client: Client, office: Office, people: People, notices: list[Edition]
) -> None:
    first = asked(client, "articles?limit=2")
    released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    workflow.withdraw(notices[3].article, "wrong", by=people.zhi, reason="因")
    rest = list(every(client, first["next"]))
    assert [one["number"] for one in first["items"]] == [5, 4]
    assert [one["number"] for one in rest] == [3, 2, 1]
    assert [one["number"] for one in every(client, "columns/notices/articles?limit=2")] == [
        6,
        5,
        3,
        2,
        1,
    ]


@pytest.mark.parametrize(
    "place", ["articles", "regions", "changes", "columns/news/articles", "tags/网络/sections"]
)
@pytest.mark.parametrize("cursor", ["", "x", "WyJ4Il0:forged", "%00", "W10:%F0%9F%98%80"])
def test_a_forged_cursor_is_refused_in_a_sentence(
    client: Client, live: Edition, place: str, cursor: str
) -> None:
    said = asked(client, f"{place}?cursor={cursor}", 400)
    assert "游标" in said["detail"]


def test_a_cursor_of_another_list_is_forged(client: Client, notices: list[Edition]) -> None:
    following = asked(client, "articles?limit=2")["next"]
    asked(client, following.replace("/articles?", "/changes?"), 400)
    asked(client, following.replace("/articles?", "/columns/notices/articles?"), 400)


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("articles/2", 404),
        ("articles/01", 404),
        ("articles/%D9%A3", 404),
        ("articles/99999999999999999999", 404),
        ("columns/none", 404),
        ("regions/999999", 404),
        ("regions/999999/sections", 404),
        ("tags/无/articles", 404),
        ("tags/%00/articles", 404),
        ("nothing", 404),
        ("articles/", 404),
        ("articles?limit=0", 400),
        ("articles?limit=101", 400),
        ("regions/120000/sections?limit=11", 400),
        ("changes?since=yesterday", 400),
        ("changes?since=2026-02-30T00:00:00Z", 400),
    ],
)
def test_errors_are_problems_in_chinese(
    client: Client, live: Edition, place: str, status: int
) -> None:
    said = client.get(f"/api/v1/{place}")
    assert (said.status_code, said["Content-Type"]) == (status, PROBLEM)
    assert said["Cache-Control"] == "no-store"
    assert said.json()["status"] == status
    assert said.json()["detail"].endswith("。")


def test_a_draft_and_what_is_scheduled_are_nowhere(
    client: Client, draft: Edition, people: People
) -> None:
    workflow.release(
        approved(draft, people), by=people.zhong, at=timezone.now() + timedelta(days=1)
    )
    asked(client, "articles/1", 404)
    for place in ("articles", "regions/120000/sections", "changes?since=2020-01-01T00:00:00Z"):
        assert asked(client, place)["items"] == []
    asked(client, "tags/网络/articles", 404)


def test_what_is_gone_says_why_and_of_a_person_no_title(
    client: Client, live: Edition, people: People
) -> None:
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="内部")
    said = asked(client, "articles/1", 410)
    assert (said["reason"], said["article_title"]) == ("内容有误", live.title)
    workflow.restore(live.article, by=people.zhong)
    asked(client, "articles/1")
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="因")
    said = client.get("/api/v1/articles/1")
    assert live.title not in said.content.decode()
    assert said.json()["article_title"] is None
    assert said.json()["reason"] == "涉及个人信息"


def test_who_has_just_this_answer_hears_304(client: Client, live: Edition, people: People) -> None:
    for place in ("articles/1", "articles", "columns", "changes", "regions/120000/sections"):
        etag = client.get(f"/api/v1/{place}")["ETag"]
        again = client.get(f"/api/v1/{place}", headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"
    etag = client.get("/api/v1/articles/1")["ETag"]
    released(amended(live, people), people)
    again = client.get("/api/v1/articles/1", headers={"If-None-Match": etag})
    assert again.status_code == 200


def test_programs_on_any_site_may_ask_and_nobody_may_write(client: Client, live: Edition) -> None:
    for place in ("articles/1", "articles/2", "nothing"):
        said = client.get(f"/api/v1/{place}", headers={"Origin": "https://example.org"})
        assert said["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in said
        assert "Vary" not in said
        assert not said.cookies
    before = client.options("/api/v1/articles/1", headers={"Origin": "https://example.org"})
    assert (before.status_code, before["Access-Control-Allow-Methods"]) == (
        204,
        "GET, HEAD, OPTIONS",
    )
    for method in ("post", "put", "patch", "delete"):
        said = getattr(client, method)("/api/v1/articles/1")
        assert (said.status_code, said["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert said["Content-Type"] == PROBLEM


def test_head_is_get_without_its_body(client: Client, live: Edition) -> None:
    whole, head = client.get("/api/v1/articles/1"), client.head("/api/v1/articles/1")
    assert head.content == b""
    for name in ("ETag", "Content-Type", "Cache-Control", "Content-Length"):
        assert head[name] == whole[name]


@pytest.mark.parametrize(
    ("place", "queries"),
    [
        ("columns", 2),
        ("columns/news", 2),
        ("columns/news/articles", 3),
        ("regions", 1),
        ("regions/120000", 1),
        ("regions/120000/articles", 3),
        ("regions/120000/sections", 5),
        ("tags/网络/articles", 3),
        ("tags/网络/sections", 4),
        ("articles", 2),
        ("articles/1", 7),
        ("changes", 6),
    ],
)
def test_every_answer_takes_a_fixed_number_of_queries(
    client: Client,
    live: Edition,
    office: Office,
    people: People,
    place: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(2):
        later = time_machine.travel(timezone.now() + timedelta(minutes=1), tick=False)
        with later, django_assert_num_queries(queries):
            asked(client, place)
        released(start_article(BULLETIN, column=office.news, by=people.lin), people)


def test_the_page_of_the_api_lists_every_address(client: Client, live: Edition) -> None:
    said: Any = client.get("/api/")
    assert said.status_code == 200
    page = said.content.decode()
    for place in asked(client, "openapi.json")["paths"]:
        assert f"/api/v1{place}" in page
    assert "cdn" not in page


def test_a_worker_that_shows_pages_loads_nothing_of_it() -> None:
    """pydantic takes 12 MB and a tenth of a second (docs/api.md)."""
    code = (
        "import sys, django; django.setup();"
        "from django.urls import resolve; resolve('/articles/1/'); resolve('/api/v1/articles');"
        "sys.exit('ninja' in sys.modules or 'pydantic' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], env=os.environ, check=False)
    assert said.returncode == 0
