"""列入, 置顶, 标题链接: what stands in other columns, on top, or leads away."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEntry
from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.listing import counts
from bulletins.models import Edition, Listing, Role
from bulletins.permissions import Refused
from tests.editing.forms import page_of, signed_in
from tests.office import NOTICE, Office, People, again, amended, released
from tests.public.test_lists import titles

pytestmark = pytest.mark.django_db
SOON = timedelta(days=3)


def publish(office: Office, people: People, title: str, **facts: str) -> Edition:
    document = replace(NOTICE, title=title, **facts)  # type: ignore[arg-type]
    return released(start_article(document, column=office.notices, by=people.lin), people)


def rows() -> set[tuple[object, ...]]:
    return set(Listing.objects.values_list("edition", "list", "pinned_until", "link"))


def test_an_article_stands_in_another_column_and_those_above_it_too(
    office: Office, people: People, places: None
) -> None:
    edition = publish(office, people, "甲")
    workflow.place(edition, {office.local.pk: None}, by=people.zhi)
    for address in ("/columns/notices/", "/columns/local/", "/columns/news/"):
        assert titles(Client(), address) == ["甲"], address
    assert counts(["column:local"]) == {"column:local": 1}
    workflow.place(again(edition), {}, by=people.zhi)
    assert titles(Client(), "/columns/local/") == []
    assert counts(["column:local"]) == {"column:local": 0}


def test_what_is_on_top_comes_first_in_its_column_until_its_day_is_over(
    office: Office, people: People, places: None
) -> None:
    old, _ = publish(office, people, "旧"), publish(office, people, "新")
    assert titles(Client(), "/columns/notices/") == ["新", "旧"]
    workflow.place(old, {office.notices.pk: timezone.now() + SOON}, by=people.zhi)
    page = Client().get("/columns/notices/").content.decode()
    assert titles(Client(), "/columns/notices/") == ["旧", "新"]
    assert page.count("置顶") == 1
    home = Client().get("/").content.decode()
    section = home[home.index("column-notices") :]
    assert section.index("旧</a>") < section.index("新</a>")
    assert titles(Client(), "/archive/") == ["新", "旧"], "on top of its column, not of everything"
    with time_machine.travel(timezone.now() + SOON + timedelta(minutes=1)):
        assert titles(Client(), "/columns/notices/") == ["新", "旧"]


def test_a_correction_moves_nothing(office: Office, people: People, draft: Edition) -> None:
    edition = released(draft, people)
    wanted = {office.notices.pk: timezone.now() + SOON}
    workflow.place(edition, wanted, by=people.zhi)
    released(amended(edition, people), people)
    assert titles(Client(), "/columns/notices/") == [edition.title]
    assert "置顶" in Client().get("/columns/notices/").content.decode()


def test_lists_made_anew_say_the_same(office: Office, people: People, places: None) -> None:
    from bulletins.listing.writing import rebuild

    edition = publish(office, people, "甲")
    publish(office, people, "乙")
    workflow.place(edition, {office.local.pk: timezone.now() + SOON}, by=people.zhi)
    before = rows()
    list(rebuild())
    assert rows() == before


def test_until_it_is_submitted_it_is_the_editors_then_the_desks(
    office: Office, people: People, draft: Edition
) -> None:
    workflow.place(draft, {office.notices.pk: None}, by=people.lin)
    with pytest.raises(Refused, match="编辑"):
        workflow.place(draft, {}, by=people.zhi)
    edition = released(draft, people)
    assert titles(Client(), "/columns/notices/") == [edition.title]
    with pytest.raises(Refused, match="值班编辑"):
        workflow.place(edition, {}, by=people.lin)
    assert AuditEntry.objects.filter(action="place").count() == 1


def test_a_column_one_does_not_answer_for_stays_as_it_is(
    office: Office, people: People, draft: Edition
) -> None:
    edition = released(draft, people)
    workflow.place(edition, {office.notices.pk: None}, by=people.zhi)
    narrow = office.hire("xia", Role.DESK, column=office.news)
    workflow.place(edition, {office.local.pk: None}, by=narrow)
    lists = Listing.objects.filter(list__in=("column:notices", "column:local"))
    assert lists.count() == 2
    third = type(office.news).objects.create(slug="third", name="三")
    with pytest.raises(Refused, match="授权"):
        workflow.place(edition, {third.pk: None}, by=narrow)


def test_a_day_that_is_over_is_refused(office: Office, people: People, draft: Edition) -> None:
    with pytest.raises(Refused, match="已经过去"):
        workflow.place(draft, {office.news.pk: timezone.now() - SOON}, by=people.lin)


def test_it_is_done_on_a_page(office: Office, people: People, draft: Edition) -> None:
    edition = released(draft, people)
    client, address = signed_in("zhi"), f"/admin/bulletins/edition/{edition.pk}/placing/"
    assert address in client.get(page_of(edition)).content.decode()
    assert address not in signed_in("lin").get(page_of(edition)).content.decode()
    day = timezone.localdate() + SOON
    said = {f"in-{office.notices.pk}": "on", f"until-{office.notices.pk}": str(day)}
    assert client.post(address, said).status_code == 302
    placing = edition.article.placings.get()
    assert timezone.localtime(placing.pinned_until).date() == day + timedelta(days=1)  # 24:00
    assert f'value="{day}"' in client.get(address).content.decode()
    bad = {f"until-{office.local.pk}": str(day)}
    assert "没有列入这个栏目" in client.post(address, bad).content.decode()
    far = said | {f"until-{office.notices.pk}": "9999-12-31"}
    assert "日期太远" in client.post(address, far).content.decode()
    assert edition.article.placings.get() == placing


def test_a_link_is_a_link_in_lists_and_never_a_page(
    office: Office, people: People, places: None
) -> None:
    away = "https://example.cn/report"
    document = replace(NOTICE, title="链", link_only_to=away, parts=())
    edition = released(start_article(document, column=office.notices, by=people.lin), people)
    for address in ("/columns/notices/", "/", "/archive/"):
        page = Client().get(address).content.decode()
        assert f'<a href="{away}" rel="external">链</a>' in page, address
    answer = Client().get(f"/articles/{edition.article.number}/")
    assert (answer.status_code, answer["Location"]) == (302, away)


def test_a_link_with_a_text_of_its_own_is_not_complete(
    office: Office, people: People, places: None
) -> None:
    both = replace(NOTICE, link_only_to="https://example.cn/a")
    edition = start_article(both, column=office.notices, by=people.lin)
    with pytest.raises(Refused, match="没有自己的页面"):
        workflow.submit(edition, by=people.lin)
