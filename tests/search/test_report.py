"""检索情况: what the office sees of what readers look for, and does about it."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from bulletins.document.folding import fold
from bulletins.indexing import lexicon
from bulletins.models import AskedQuery, LexiconEntry, Role
from bulletins.permissions import scope_of
from bulletins.search.log.reporting import report_of
from bulletins.workflow.lexicon import add_synonym
from tests.editing.doors import at_desk
from tests.office import Office

pytestmark = pytest.mark.django_db
PAGE = "/admin/bulletins/askedquery/"


@pytest.fixture
def client(office: Office, tmp_path: Path) -> Iterator[Client]:
    with override_settings(DATA_DIR=tmp_path):
        yield at_desk(office.hire("wei", Role.ADMINISTRATOR))


def asked(said: str, times: int, in_vain: int = 0, *, days_ago: int = 0) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    AskedQuery.objects.create(day=day, folded=fold(said), said=said, times=times, in_vain=in_vain)


def test_the_days_of_a_span_are_added_up(client: Client) -> None:
    asked("网安", 2, 2)
    asked("网 安", 3, 1, days_ago=6)
    asked("网安", 50, 50, days_ago=7)
    asked("乡村", 9, days_ago=89)
    asked("以前", 9, 9, days_ago=90)
    week = client.get(PAGE, {"days": "7"}).context["report"]
    assert (week.times, week.in_vain) == (5, 3)
    assert [(one.folded, one.times, one.in_vain) for one in week.popular] == [("网安", 5, 3)]
    quarter = client.get(PAGE, {"days": "90"}).context["report"]
    assert [one.folded for one in quarter.popular] == ["网安", "乡村"]
    assert [one.folded for one in quarter.missed] == ["网安"]
    assert client.get(PAGE, {"days": "٣٠"}).context["report"].days == 30


def test_one_press_makes_a_synonym_and_the_row_says_so(client: Client) -> None:
    asked("网安", 4, 4)
    said = client.post(
        f"{PAGE}synonym/", {"word": "网安", "means": "网络安全", "days": "7"}, follow=True
    )
    assert said.redirect_chain == [(f"{PAGE}?days=7", 302)]
    page = said.content.decode()
    assert "＝ 网络安全" in page
    assert "词库里有了“网安、网络安全”" in page
    assert lexicon.synonyms()["网安"] == ("网络安全",)
    client.post(f"{PAGE}synonym/", {"word": "信安", "means": "网安"})
    assert LexiconEntry.objects.get().words.split("\n") == ["网安", "网络安全", "信安"]
    refused = client.post(f"{PAGE}synonym/", {"word": "网安", "means": "、"}, follow=True)
    assert LexiconEntry.objects.count() == 1
    assert refused.status_code == 200


@pytest.mark.parametrize("word", ["wifi 怎么连", "地区:贵州", "-网安", ""])
def test_only_a_word_is_made_a_synonym(word: str, client: Client) -> None:
    page = client.post(f"{PAGE}synonym/", {"word": word, "means": "无线网"}, follow=True)
    assert "一次说一个词" in page.content.decode()
    assert not LexiconEntry.objects.exists()


def test_words_of_two_groups_are_not_put_together(office: Office) -> None:
    wei = office.hire("wei", Role.ADMINISTRATOR)
    add_synonym("网安", "网络安全", by=wei)
    add_synonym("长者", "老年人", by=wei)
    page = at_desk(wei).post(f"{PAGE}synonym/", {"word": "网安", "means": "长者"}, follow=True)
    assert "请改那一条" in page.content.decode()
    assert LexiconEntry.objects.count() == 2


def test_a_name_is_taken_out_by_one_press(client: Client) -> None:
    asked("张三", 1, 1)
    asked("张 三", 1, days_ago=3)
    asked("网安", 1)
    page = client.post(f"{PAGE}forget/", {"folded": "张三", "days": "30"}, follow=True)
    assert "已删去" in page.content.decode()
    assert [one.said for one in AskedQuery.objects.all()] == ["网安"]


def test_what_was_typed_does_nothing_on_the_page_or_in_the_file(client: Client) -> None:
    for said in ("<script>alert(1)</script>", "=1+1", "@SUM(A1)", '"><b>'):
        asked(said, 2, 1)
    page = client.get(PAGE).content.decode()
    assert "<script>alert" not in page
    assert '"><b>' not in page
    file = b"".join(client.get(f"{PAGE}list.csv").streaming_content)  # type: ignore[attr-defined]
    rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig"))))
    assert rows[0] == ["查的词", "次数", "没查到的次数", "同义词"]
    assert len(rows) == 5
    assert not any(row[0].startswith(("=", "@")) for row in rows)


def test_it_takes_the_same_few_questions_however_much_was_asked(office: Office) -> None:
    scope = scope_of(office.hire("wei", Role.ADMINISTRATOR))
    for number in range(60):
        asked(f"第{number}号", number + 1, number)
    with CaptureQueriesContext(connection) as questions:
        report = report_of(scope, timezone.now(), 7)
    assert (len(questions), len(report.popular), len(report.missed)) == (5, 50, 50)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_reads_what_readers_look_for(role: Role, office: Office, places: None) -> None:
    asked("密文", 3, 3)
    client = at_desk(
        office.hire(
            "p",
            role,
            column=None,
            region="120000" if role in (Role.EDITOR, Role.CONTRIBUTOR) else None,
        )
    )
    for address in (PAGE, f"{PAGE}list.csv"):
        assert client.get(address).status_code in (403, 404)
    for address in ("synonym", "forget"):
        facts = {"word": "甲乙", "means": "丙丁", "folded": "密文"}
        assert client.post(f"{PAGE}{address}/", facts).status_code == 404
    assert AskedQuery.objects.count() == 1
    assert not LexiconEntry.objects.exists()
