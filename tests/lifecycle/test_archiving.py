"""归档, 公示期, 有效性, 首次发布时间."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bulletins import workflow
from bulletins.listing import counts, facet_list
from bulletins.models import Article, Edition, Listing, Role
from bulletins.permissions import Refused
from bulletins.workflow.articles.validity import Force
from tests.office import Office, People, again, amended, approved, released

DAY = timedelta(days=1)


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


def holding(at: timedelta = timedelta()) -> set[str]:
    moment = timezone.now() + at
    found = Listing.objects.filter(live_from__lte=moment, live_until__gt=moment)
    names = set(found.values_list("list", flat=True))
    everything = set(Listing.objects.values_list("list", flat=True))
    assert {name for name, held in counts(everything, moment).items() if held} == names
    return names


def test_what_is_archived_is_in_the_list_of_all_alone(live: Edition, people: People) -> None:
    before = holding()
    assert {"all", "column:news", "region:120000"} <= before
    workflow.archive(live.article, by=people.zhi)
    assert holding() == {"all"}
    assert Edition.objects.live().get() == live
    assert Listing.objects.get(list="all").archived_at
    workflow.unarchive(live.article, by=people.zhi)
    assert holding() == before


def test_the_lists_as_they_stood_before_it_was_archived(live: Edition, people: People) -> None:
    before = timezone.now()
    workflow.archive(live.article, by=people.zhi)
    assert Listing.objects.of("column:news", before).count() == 1


def test_a_new_edition_does_not_bring_it_out_of_the_archive(live: Edition, people: People) -> None:
    workflow.archive(live.article, by=people.zhi)
    released(amended(live, people), people)
    assert holding() == {"all"}


def test_a_public_notice_period_ends_by_itself(live: Edition, people: People) -> None:
    workflow.set_end(live.article, by=people.zhi, at=timezone.now() + 3 * DAY)
    assert "column:news" in holding(2 * DAY)
    assert holding(4 * DAY) == set()
    workflow.set_end(live.article, by=people.zhi)
    assert "column:news" in holding(400 * DAY)


def test_the_next_edition_ends_with_it(live: Edition, people: People) -> None:
    ends = timezone.now() + 3 * DAY
    workflow.set_end(live.article, by=people.zhi, at=ends)
    later = approved(amended(live, people), people)
    with pytest.raises(Refused, match="公示期"):
        workflow.release(later, by=people.zhong, at=timezone.now() + 5 * DAY)
    workflow.release(later, by=people.zhong, at=timezone.now() + DAY)
    assert again(later).live_until == ends
    with pytest.raises(Refused, match="公示期要在那以后结束"):
        workflow.set_end(live.article, by=people.zhi, at=timezone.now() + DAY / 2)
    workflow.cancel_release(later, by=people.zhong)
    assert again(live).live_until == ends


def test_after_its_end_it_comes_back_without_one(live: Edition, people: People) -> None:
    ended = timezone.now()
    Article.objects.filter(pk=live.article_id).update(ends_at=ended)
    Edition.objects.filter(pk=live.pk).update(live_until=ended)
    back = workflow.restore(live.article, by=people.zhong)
    assert back.is_live()
    assert Article.objects.get().ends_at is None


def test_whether_a_paper_is_in_force(live: Edition, people: People) -> None:
    with pytest.raises(Refused, match="从哪一天起"):
        workflow.set_validity(live.article, Force("repealed"), by=people.zhi)
    with pytest.raises(Refused, match="没有选有效性"):
        workflow.set_validity(live.article, Force(basis="某文件"), by=people.zhi)
    force = Force("repealed", date(2026, 1, 1), "由新办法代替", date(2027, 1, 1))
    workflow.set_validity(live.article, force, by=people.zhi)
    assert facet_list("news", "repealed") in holding()
    workflow.set_validity(live.article, Force(), by=people.zhi)
    assert facet_list("news", "repealed") not in holding()


def test_a_paper_is_in_force_until_the_day_that_was_said(live: Edition, people: People) -> None:
    later = timezone.localdate() + timedelta(days=5)
    workflow.set_validity(live.article, Force("lapsed", later), by=people.zhi)
    valid, lapsed = facet_list("news", "valid"), facet_list("news", "lapsed")
    assert (valid in holding(), lapsed in holding()) == (True, False)
    assert (valid in holding(6 * DAY), lapsed in holding(6 * DAY)) == (False, True)


def test_the_first_date_is_moved_back_by_an_administrator_alone_and_says_so(
    live: Edition, office: Office, people: People, client: Client
) -> None:
    boss = office.hire("boss", Role.ADMINISTRATOR)
    earlier = timezone.now() - 300 * DAY
    with pytest.raises(Refused, match="管理员"):
        workflow.backdate(live.article, by=people.zhong, at=earlier, reason="原刊于报纸")
    with pytest.raises(Refused, match="只能改早"):
        workflow.backdate(live.article, by=boss, at=timezone.now() + DAY, reason="因")
    workflow.backdate(live.article, by=boss, at=earlier, reason="原刊于报纸")
    article = Article.objects.get()
    assert (article.first_published_at, article.backdated_by) == (earlier, boss)
    assert Listing.objects.filter(list="all").get().first_published_at == earlier
    with pytest.raises(Refused, match="1900 年以后"):
        workflow.backdate(live.article, by=boss, at=datetime(202, 1, 1, tzinfo=UTC), reason="因")
    workflow.backdate(live.article, by=boss, at=earlier + DAY, reason="上次写错一天")
    html = client.get("/articles/1/").content.decode()
    assert [word in html for word in ("原刊于报纸", "上次写错一天")] == [True, True]
    assert Listing.objects.filter(list="all").get().first_published_at == earlier + DAY
    assert Edition.objects.live().get() == live
