"""Where a reader goes on from an article: before and after it in its column, and what is related."""

import re
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.test import Client

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.models import Column, Edition
from bulletins.rendering import related_of
from tests.office import BULLETIN, NOTICE, Office, People, again, released

pytestmark = pytest.mark.django_db


def publish(title: str, column: Column, people: People, *tags: str) -> Edition:
    document = replace(BULLETIN if tags else NOTICE, title=title, tags=tags)
    return released(start_article(document, column=column, by=people.lin), people)


def shown(client: Client, number: int, name: str) -> list[str]:
    html = client.get(f"/articles/{number}/").content.decode()
    found = re.search(rf'(?s)<(nav|section) class="{name}".*?</\1>', html)
    return re.findall(r'<a href="([^"]+)"', found[0]) if found else []


@pytest.fixture
def three(office: Office, people: People, places: None) -> list[Edition]:
    return [publish(f"第{n}号通知", office.news, people) for n in range(1, 4)]


def test_the_newer_comes_first_then_the_older(client: Client, three: list[Edition]) -> None:
    assert shown(client, 2, "beside") == ["/articles/3/", "/articles/1/"]
    assert shown(client, 1, "beside") == ["/articles/2/"]
    assert shown(client, 3, "beside") == ["/articles/2/"]


def test_what_was_withdrawn_is_stepped_over(
    client: Client, three: list[Edition], people: People
) -> None:
    workflow.withdraw(three[1].article, "wrong", by=people.zhi, reason="因")
    assert shown(client, 1, "beside") == ["/articles/3/"]
    assert shown(client, 3, "beside") == ["/articles/1/"]


def test_other_columns_are_not_beside_it(
    client: Client, three: list[Edition], office: Office, people: People
) -> None:
    publish("别处的通知", office.notices, people)
    assert shown(client, 3, "beside") == ["/articles/2/"]
    assert shown(client, 4, "beside") == []


def test_articles_that_share_a_tag_are_related(
    client: Client, office: Office, people: People, places: None
) -> None:
    publish("网络安全工作要点", office.news, people, "网络安全")
    publish("食堂开放时间", office.notices, people)
    publish("网络安全检查通报", office.local, people, "网络安全")
    assert shown(client, 3, "related") == ["/articles/1/"]
    assert related_of(Edition.objects.get(article__number=2)) == []


def test_a_related_article_that_is_gone_is_not_shown(
    client: Client, office: Office, people: People, places: None
) -> None:
    first = publish("网络安全工作要点", office.news, people, "网络安全")
    publish("网络安全检查通报", office.local, people, "网络安全")
    workflow.withdraw(again(first).article, "privacy", by=people.zhi, reason="因")
    html = client.get("/articles/2/").content.decode()
    assert "网络安全工作要点" not in html
    assert shown(client, 2, "related") == []


def test_what_was_moved_in_is_related_by_a_command(
    client: Client, office: Office, people: People, places: None
) -> None:
    publish("网络安全工作要点", office.news, people, "网络安全")
    second = publish("网络安全检查通报", office.local, people, "网络安全")
    facts = Edition.objects.get(pk=second.pk).rendered_facts or {}
    Edition.objects.filter(pk=second.pk).update(
        rendered_facts={name: facts[name] for name in facts if name != "related"}
    )
    assert shown(client, 2, "related") == []
    call_command("relate_articles")
    assert shown(client, 2, "related") == ["/articles/1/"]
