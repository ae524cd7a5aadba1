"""撤下, 公示期满: every address of an article says so at once (410); nothing else of it is left."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone
from pytest_django import Settings

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.models import Article, Edition, Redirect
from bulletins.pages.addresses import OF_AN_ARTICLE, addresses_of
from bulletins.workflow.articles.withdrawing import Explanation
from tests.office import BULLETIN, Office, People, again, approved, released
from tests.twice import released_twice

pytestmark = pytest.mark.django_db
TITLE = "多地推进网络工作"


@pytest.fixture
def article(office: Office, people: People, places: None) -> Article:
    """Two editions with parts, a picture, an attachment, and an address on the old site."""
    article = released_twice(office, people)
    Redirect.objects.create(path="/news/2019/03/12.html", article=article)
    return Article.objects.get()


def answers(client: Client, addresses: list[str]) -> dict[str, int]:
    return {address: status(client, address) for address in addresses}


def status(client: Client, address: str) -> int:
    answer: Any = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)  # and thereby closed
    return int(answer.status_code)


def withdraw(article: Article, people: People, kind: str = "wrong", **said: str) -> None:
    explanation = Explanation(**said)
    workflow.withdraw(article, kind, by=people.zhi, reason="内部理由", explanation=explanation)


def test_the_list_knows_every_address_of_an_article() -> None:
    below = [
        one
        for resolver in get_resolver().url_patterns
        for one in getattr(resolver, "url_patterns", [])
        if isinstance(one, URLPattern) and str(one.pattern).startswith("articles/<number:number>/")
    ]
    assert {one.name for one in below} == set(OF_AN_ARTICLE)


@pytest.mark.parametrize("kind", ["checking", "wrong", "lawful", "privacy", "mistaken", "other"])
def test_at_once_every_address_says_that_it_is_gone(
    client: Client, article: Article, people: People, kind: str
) -> None:
    addresses = addresses_of(article)
    before = answers(client, addresses)
    assert set(before.values()) == {200, 301}
    assert len([one for one in addresses if "/files/" in one]) == 3  # a picture; a file, its text
    withdraw(article, people, kind)
    assert answers(client, addresses) == dict.fromkeys(addresses, 410)
    assert {client.head(address).status_code for address in addresses} == {410}
    workflow.restore(article, by=people.zhong)
    closed = [one for one in addresses if "/editions/" in one and kind == "privacy"]
    assert answers(client, addresses) == before | dict.fromkeys(closed, 410)


@pytest.mark.usefixtures("article")
@time_machine.travel("2030-03-18T01:13:00Z", tick=False)
def test_the_page_says_why_and_since_when(client: Client, people: People) -> None:
    article = Article.objects.get()
    withdraw(article, people, "wrong")
    answer = client.get("/articles/1/")
    html = answer.content.decode()
    assert TITLE in html
    assert "已于2030年3月18日09:13撤下。原因：内容有误。" in html
    assert "具体说明会写在这里" in html
    assert '<meta name="robots" content="noindex, noarchive">' in html
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "内部理由" not in html
    said = Explanation("数字<b>有误</b>，改正后重发。", "https://www.example.cn/new/")
    workflow.explain(article, said, by=people.zhi)
    html = client.get("/articles/1/").content.decode()
    assert "数字&lt;b&gt;有误&lt;/b&gt;，改正后重发。" in html
    assert "具体说明会写在这里" not in html
    assert 'href="https://www.example.cn/new/"' in html


def test_where_it_is_about_a_person_no_title_is_left(
    client: Client, article: Article, people: People
) -> None:
    withdraw(article, people, "privacy")
    for address in addresses_of(article):
        html = client.get(address).content.decode()
        assert TITLE not in html
        assert "原因：涉及个人信息" in html
    assert TITLE not in client.get("/").content.decode()


@pytest.mark.parametrize("instead", ["/articles/2/", "http://testserver/articles/2/"])
def test_what_was_replaced_leads_on(
    client: Client,
    article: Article,
    office: Office,
    people: People,
    settings: Settings,
    instead: str,
) -> None:
    settings.SITE_URL = "http://testserver"
    released(start_article(BULLETIN, column=office.news, by=people.lin), people)
    withdraw(article, people, "replaced", see_instead=instead)
    for address in addresses_of(article):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, "/articles/2/")
        assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("instead", ["/articles/1/", "/articles/9/", "https://www.example.cn/"])
def test_readers_are_not_sent_in_a_ring_nor_away_unasked(
    client: Client, article: Article, people: People, instead: str
) -> None:
    withdraw(article, people, "replaced", see_instead=instead)
    answer = client.get("/articles/1/")
    assert answer.status_code == 410
    assert f'href="{instead}"' in answer.content.decode()


def test_what_is_seen_instead_is_named(
    client: Client, article: Article, office: Office, people: People
) -> None:
    other = replace(BULLETIN, title="改正后的公告")
    released(start_article(other, column=office.news, by=people.lin), people)
    withdraw(article, people, "wrong", see_instead="/articles/2/")
    assert 'href="/articles/2/">改正后的公告</a>' in client.get("/articles/1/").content.decode()


def test_two_that_replaced_each_other_are_both_gone(
    client: Client, article: Article, office: Office, people: People
) -> None:
    other = released(start_article(BULLETIN, column=office.news, by=people.lin), people)
    withdraw(article, people, "replaced", see_instead="/articles/2/")
    withdraw(other.article, people, "replaced", see_instead="/articles/1/")
    assert client.get("/articles/1/").status_code == client.get("/articles/2/").status_code == 410


def test_a_public_notice_period_that_ended_says_so(
    client: Client, article: Article, people: People
) -> None:
    ends = (timezone.now() + timedelta(days=3)).replace(microsecond=0)
    workflow.set_end(article, by=people.zhi, at=ends)
    addresses = addresses_of(article)
    with time_machine.travel(ends - timedelta(seconds=1), tick=False):
        assert set(answers(client, addresses).values()) == {200, 301}
    with time_machine.travel(ends, tick=False):
        assert answers(client, addresses) == dict.fromkeys(addresses, 410)
        html = client.get("/articles/1/").content.decode()
        assert "公示期已满，于" in html
        assert TITLE in html


def test_what_was_never_public_is_not_found(
    client: Client, article: Article, draft: Edition, people: People
) -> None:
    """A number that is allotted for tomorrow is no other than one that nobody has."""
    later = timezone.now() + timedelta(days=1)
    ready = approved(draft, people)
    workflow.release(ready, by=people.zhong, at=later)
    assert again(ready).article.number == 2
    Redirect.objects.create(path="/old/2.html", article=ready.article)
    found = answers(client, ["/articles/2/", "/articles/3/", "/old/2.html", "/old/3.html"])
    assert set(found.values()) == {404}


def test_an_unknown_part_or_file_of_a_withdrawn_article_tells_nothing_new(
    client: Client, article: Article, people: People
) -> None:
    withdraw(article, people)
    found = answers(client, [f"/articles/1/files/{'a' * 64}", "/articles/1/regions/510000/"])
    assert set(found.values()) == {410}
    assert client.post("/articles/1/").status_code == 405
