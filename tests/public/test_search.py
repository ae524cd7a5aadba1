"""The page of 检索 says what was found, and leads on; of what is found, see tests/search."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from time import perf_counter
from urllib.parse import quote, unquote

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from bulletins.drafting import start_article
from bulletins.models import Edition
from bulletins.public.search import answering, suggestions
from bulletins.public.throttling import Limit
from bulletins.search import answering as search_answering
from bulletins.search.query import Query
from bulletins.search.results import Facet, FacetValue, Group, Hit, Results
from tests.office import BULLETIN, Office, People, released

pytestmark = pytest.mark.django_db
HIT = Hit(
    "贵州 · 三、",
    (("提升", False), ("网络", True), ("能力", False)),
    (("…加强<b>", False), ("网络", True), ("建设…", False)),
    "/articles/1/#k3f9aq",
)
GROUP = Group(
    number=1,
    title=(("多地推进", False), ("网络", True), ("工作", False)),
    address="/articles/1/",
    published=date(2021, 3, 15),
    column="网上传播",
    regions="天津 · 贵州",
    hits=(HIT,),
    more=4,
    why="标题 8，新旧 0.3",
)
REGIONS = Facet(
    "region", "地区", (FacetValue("120000", "天津", 12), FacetValue("520000", "贵州", 9))
)
FOUND = Results((GROUP,), 128, False, (REGIONS,), 1, 13)
Finding = Callable[[Results], list[tuple[Query, int]]]


@pytest.fixture
def finding(monkeypatch: pytest.MonkeyPatch) -> Finding:
    """Whatever is asked finds this; out comes what was asked."""

    def finds(results: Results) -> list[tuple[Query, int]]:
        asked: list[tuple[Query, int]] = []

        def find(query: Query, *, now: object, page: int = 1, loose: bool = False) -> Results:
            asked.append((query, page))
            return results

        monkeypatch.setattr(search_answering, "find", find)
        return asked

    return finds


@pytest.fixture
def site(draft: Edition, people: People, places: None) -> None:
    released(draft, people)


def said(client: Client, address: str) -> str:
    return unescape(client.get(address).content.decode())


def links(html: str) -> dict[str, str]:
    """By what they say."""
    found = re.findall(r'<a href="([^"]+)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return {" ".join(re.sub("<[^>]+>", "", text).split()): address for address, text in found}


def test_an_article_is_shown_with_the_places_that_say_it(client: Client, finding: Finding) -> None:
    finding(FOUND)
    raw = client.get("/search/?q=网络").content.decode()
    html = unescape(raw)
    assert '<a href="/articles/1/">多地推进<mark>网络</mark>工作</a>' in html
    assert 'datetime="2021-03-15">2021-03-15<' in html
    assert "<span>网上传播</span>" in html
    assert '<a href="/articles/1/#k3f9aq">' in html
    assert "…加强&lt;b&gt;<mark>网络</mark>建设…" in raw
    assert links(html)["本篇另有 4 处"] == "/articles/1/"
    assert "找到 128 篇" in html
    assert html.count('role="search"') == 1
    assert GROUP.why not in html


@pytest.mark.parametrize(
    ("results", "sentence"),
    [
        (FOUND._replace(total=1000, capped=True), "找到 1000 篇以上"),
        (FOUND._replace(loosened=True), "没有一篇同时说到这些词"),
        (FOUND._replace(page=13), "第 13 页"),
    ],
)
def test_it_says_how_much_was_found(
    client: Client, finding: Finding, results: Results, sentence: str
) -> None:
    finding(results)
    assert sentence in said(client, "/search/?q=网络")


def test_pages_follow_each_other(client: Client, finding: Finding) -> None:
    asked = finding(FOUND._replace(page=3))
    found = links(said(client, "/search/?q=网络&page=3"))
    assert found["下一页"] == "/search/?q=%E7%BD%91%E7%BB%9C&page=4"
    assert found["上一页"] == "/search/?q=%E7%BD%91%E7%BB%9C&page=2"
    assert asked[0][1] == 3
    finding(FOUND._replace(page=13))
    assert "下一页" not in links(said(client, "/search/?q=网络&page=9999"))


@pytest.mark.parametrize(("page", "pages", "says"), [(1, 1, True), (2, 2, True), (1, 2, False)])
def test_the_last_page_says_that_there_is_more(
    client: Client, finding: Finding, page: int, pages: int, says: bool
) -> None:
    finding(FOUND._replace(capped=True, page=page, pages=pages))
    assert ("还有更多，这里不再列出" in said(client, f"/search/?q=网络&page={page}")) is says


@pytest.mark.parametrize("page", ["0", "-1", "x", "1e3", "99999", "１", "\x00", "2 "])
def test_a_page_that_is_none_is_the_first(client: Client, finding: Finding, page: str) -> None:
    asked = finding(FOUND)
    answer = client.get("/search/", {"q": "网络", "page": page})
    assert answer.status_code == 200
    assert "没有这样的页码" in answer.content.decode()
    assert asked[0][1] == 1


@pytest.mark.usefixtures("site")
def test_a_facet_narrows_down_and_leads_back(client: Client, finding: Finding) -> None:
    finding(FOUND)
    found = links(said(client, "/search/?q=网络 -考试&page=2"))
    address = found["贵州 9"]
    assert "region=520000" in address
    assert "page" not in address
    chosen = REGIONS.values[1]._replace(chosen=True)
    asked = finding(FOUND._replace(facets=(REGIONS._replace(values=(chosen,)),)))
    html = said(client, address)
    assert asked[0][0].narrowings.region == "520000"
    assert 'name="region" value="520000"' in html
    back = links(html)
    assert back["贵州（取消这个条件） ×"] == back["贵州 9"]
    assert back["贵州 9"] == "/search/?q=%E7%BD%91%E7%BB%9C+-%E8%80%83%E8%AF%95"


def test_what_all_of_them_have_is_offered_by_no_facet(client: Client, finding: Finding) -> None:
    finding(FOUND._replace(total=12, facets=(REGIONS._replace(values=REGIONS.values[:1]),)))
    assert "天津 12" not in links(said(client, "/search/?q=网络"))


@pytest.mark.usefixtures("site")
def test_a_condition_that_was_typed_can_be_taken_back(client: Client, finding: Finding) -> None:
    finding(FOUND)
    html = said(client, "/search/?q=网络 地区:贵州")
    assert 'value="网络"' in html
    assert links(html)["贵州（取消这个条件） ×"] == "/search/?q=%E7%BD%91%E7%BB%9C"


@pytest.mark.usefixtures("site")
def test_where_nothing_was_found_it_helps(client: Client, finding: Finding) -> None:
    finding(Results((), 0, False, ()))
    html = said(client, "/search/?q=网络 谣言 -考试&region=520000")
    assert "没有找到" in html
    assert "同时说到“网络”和“谣言”，不说“考试”，地区是贵州" in html
    found = links(html)
    assert "region" not in found["不限“贵州”"]
    assert "region=120000" not in found["贵州（取消这个条件） ×"]
    assert found["只找“谣言”"] == "/search/?q=%E8%B0%A3%E8%A8%80&region=520000"
    assert {"/regions/", "/tags/", "/archive/", "/site-map/"} <= set(found.values())


@pytest.mark.usefixtures("site")
def test_what_may_be_meant_is_asked_back(client: Client, finding: Finding) -> None:
    finding(Results((), 0, False, ()))
    assert "您是不是要找" not in said(client, "/search/?q=没有这些字")
    html = said(client, "/search/?q=网落")  # sounds alike
    assert "您是不是要找" in html
    assert links(html)["网络"] == "/search/?q=%E7%BD%91%E7%BB%9C"


def test_a_slip_is_answered_by_what_was_meant(
    client: Client, draft: Edition, people: People
) -> None:
    released(draft, people)
    html = said(client, "/search/?q=网洛工作")
    assert "没有找到“网洛工作”，下面是“网络工作”的结果。" in html
    assert "/articles/1/" in links(html).values()
    assert "没有找到" not in said(client, "/search/?q=网络工作")


@pytest.mark.usefixtures("site")
def test_an_empty_box_explains_itself_by_this_site_s_own_words(client: Client) -> None:
    html = said(client, "/search/")
    assert re.search(r">网络</a>", html)
    assert re.search(r">(天津|贵州)</a>", html)
    assert "noindex" not in html


@pytest.mark.parametrize(
    "typed",
    ["", " ", "，。！", '"', "-", "地区:", "\x00", "😀", "\u202eabc", "' OR 1=1 --", "NEAR(", "*"],
)
def test_nothing_typed_is_an_error(client: Client, finding: Finding, typed: str) -> None:
    finding(FOUND)
    assert client.get("/search/", {"q": typed}).status_code == 200


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    "typed",
    [
        *("网" * 10_000, "网 " * 5_000, "“" * 10_000, "-" * 10_000, "地区:" * 3_000, "w" * 10_000),
        *(
            '"网络',
            "网络 OR 1=1; DROP TABLE",
            "网络* NEAR/3 :a & !b <-> (",
            "网\x00络",
            "\u202e网络",
        ),
        *("😀😀", "\ud800", "%", "_", "\\", "<script>alert(1)</script>网络"),
    ],
)
def test_whatever_is_typed_is_looked_for_at_once(client: Client, typed: str) -> None:
    """In full, with what is really found and offered."""
    asked = typed.encode("utf-8", "surrogatepass")
    begun = perf_counter()
    for address in ("/search/", "/search/suggest/"):
        answer = client.get(f"{address}?q={quote(asked)}")
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()
    assert perf_counter() - begun < 3  # many times what it takes, on a machine with other work


@pytest.mark.usefixtures("site")
def test_it_takes_as_many_queries_however_much_is_found(
    client: Client, office: Office, people: People
) -> None:
    client.get("/search/?q=网络")  # what a process reads once: the 词库
    counts = []
    for _ in range(2):
        for _ in range(3):
            released(start_article(BULLETIN, column=office.news, by=people.lin), people)
        with CaptureQueriesContext(connection) as queries:
            assert "/articles/1/" in said(client, "/search/?q=网络")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_what_was_typed_is_counted_once(
    client: Client, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[tuple[str, int]] = []
    monkeypatch.setattr(answering, "note", lambda *what: noted.append(what))
    finding(FOUND)
    for asked in ("q=网络", "q=网络&page=2", "q=网络&year=2026", "q=", ""):
        client.get(f"/search/?{asked}")
    assert noted == [("网络", 128)]


def test_nobody_keeps_it_and_nobody_is_told(client: Client, finding: Finding) -> None:
    finding(FOUND)
    answer = client.get("/search/?q=网络")
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["Referrer-Policy"] == "no-referrer"
    html = answer.content.decode()
    assert '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html
    assert "网络" not in re.findall("<title>.*?</title>", html)[0]
    assert not answer.cookies


def test_staff_who_ask_see_why(
    client: Client,
    finding: Finding,
    people: People,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    finding(FOUND)
    assert GROUP.why not in said(client, "/search/?q=网络&explain=1")
    with django_assert_num_queries(1):  # nobody is asked who she is
        client.get("/search/?q=网络")
    nobody = User.objects.create_user("nobody", password="nobody")
    client.force_login(nobody)
    assert GROUP.why not in said(client, "/search/?q=网络&explain=1")
    client.force_login(people.lin)
    assert GROUP.why not in said(client, "/search/?q=网络")
    answer = client.get("/search/?q=网络&explain=1")
    assert GROUP.why in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"


def test_browsers_are_told_of_it_by_the_site_s_own_name(client: Client) -> None:
    answer = client.get("/opensearch.xml")
    assert answer["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="http://testserver/search/?q={searchTerms}"' in answer.content.decode()
    assert '<link rel="search"' in said(client, "/about/")


@pytest.mark.usefixtures("site")
def test_what_may_be_meant_is_offered_while_one_types(client: Client) -> None:
    answer = client.get("/search/suggest/?q=网")
    offered = {(one["kind"], one["text"]): one["address"] for one in answer.json()["suggestions"]}
    assert unquote(offered["标签", "网络"]) == "/search/?q=网络"
    assert unquote(offered["栏目", "网上传播"]) == "/search/?q=栏目:网上传播"
    assert offered["标题", "多地推进网络工作"] == "/articles/1/"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"


def test_who_asks_without_end_is_told_to_wait(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestions, "ASKED", Limit("suggest", each=2))
    cache.clear()
    answers = [client.get("/search/suggest/?q=网") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[2].json() == {"suggestions": []}
    assert int(answers[2]["Retry-After"]) > 0
    assert client.get("/search/suggest/").status_code == 200
