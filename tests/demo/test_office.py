"""What the demo shows: an office in full work, with something true on every screen."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import PurePath
from typing import Any

import pytest
import time_machine
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from accounts.audit.verifying import faults
from accounts.models import User
from bulletins import workflow
from bulletins.document.body import text_of
from bulletins.document.numbering import numbers
from bulletins.document.text.writing import write_text
from bulletins.document.tree import Document
from bulletins.document.wording import BEIJING
from bulletins.drafting import document_of
from bulletins.drafting.limits import require_fits
from bulletins.editing.admin.states import all_words, shown_state
from bulletins.files import open_file
from bulletins.filetexts.starting import read_apart
from bulletins.listing import column_list, counts, facet_list
from bulletins.models import (
    Article,
    Column,
    Edition,
    ErrorReport,
    Import,
    Listing,
    Part,
    Section,
    SiteSettings,
    Source,
    State,
    StoredFile,
    Withdrawal,
)
from bulletins.public.standing import standing
from bulletins.workflow.sealing import digest_of
from regions.models import Region
from tests.demo.conftest import Demo, load_demo

pytestmark = pytest.mark.usefixtures("demo")

ID_NUMBER = re.compile(r"\d{17}[\dXx]|\d{15}")
MOBILE = re.compile(r"1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}")


def live() -> list[Edition]:
    return list(Edition.objects.live().with_body())


def test_some_forty_texts_are_public_and_others_are_in_work() -> None:
    assert 40 <= len(live()) <= 60
    assert Edition.objects.count() - len(live()) >= 14


def test_every_state_that_there_is_has_something_in_it() -> None:
    found = Counter(shown_state(edition) for edition in Edition.objects.all())
    assert set(all_words()) - set(found) == {"公示期满"}
    with time_machine.travel(timezone.now() + timedelta(days=10), tick=False):
        assert "公示期满" in {shown_state(edition) for edition in Edition.objects.all()}
    waiting = Edition.objects.filter(state=State.IN_REVIEW).values_list("stages", "stages_passed")
    assert set(waiting) >= {(1, 0), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1), (3, 2)}
    assert any(edition.awaits_late_review for edition in Edition.objects.all())
    assert Import.objects.filter(edition=None).count() == 2


def test_a_text_was_sent_back_and_one_came_again() -> None:
    back = Edition.objects.filter(state=State.DRAFT, reviews__decision="sent_back")
    assert back.exists()
    assert Edition.objects.filter(state=State.IN_REVIEW, round=2).exists()


def test_the_scheduled_one_comes_tomorrow_at_nine() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    (scheduled,) = Edition.objects.scheduled()
    assert scheduled.live_from == datetime.combine(tomorrow, time(9), BEIJING)


def test_a_correction_says_what_it_corrects() -> None:
    corrected = Edition.objects.live().get(change_kind="correction")
    assert corrected.number == 2
    assert corrected.change_note
    before = corrected.article.editions.get(number=1)
    assert before.live_until == corrected.live_from


def said(title: str) -> dict[str, Any]:
    """What the page of that public text says beside it."""
    edition = Edition.objects.live().select_related("article").get(title__contains=title)
    return standing(edition, timezone.now())


def test_notices_are_in_every_state_that_a_notice_can_be_in(client: Client) -> None:
    soon = said("征集冬季网络课堂选题")["term"]["state"]
    assert soon in {"今天截止", "明天截止", *(f"还有 {days} 天" for days in range(2, 8))}
    put_off = said("招募“银龄上网”志愿者")["term"]
    assert (put_off["put_off"], put_off["over"]) == (True, False)
    over = said("征集网络安全宣传小故事")["term"]
    assert over["state"] == "已截止"
    assert over["note"]
    assert "征集结果公告" in client.get(over["outcome"]).content.decode()
    assert said("网络安全应急演练的通知")["archived"]
    ends = Article.objects.get(ends_at__gt=timezone.now())
    assert ends.editions.live().get().title.endswith("评议结果公示")
    held = counts([facet_list("notices", facet) for facet in ("open", "closed")])
    assert min(held.values()) >= 1


def test_papers_are_in_force_in_part_and_no_more() -> None:
    forces = Article.objects.exclude(validity="").values_list("validity", flat=True)
    assert sorted(forces) == ["lapsed", "partly", "valid"]
    assert "部分失效" in said("责任制实施细则")["force"]["words"]
    assert said("工作考核办法（试行）")["force"]["basis"]
    assert Article.objects.filter(check_by__gt=timezone.localdate()).count() == 1


def test_what_was_withdrawn_says_why_and_names_nobody(client: Client) -> None:
    wrong = Withdrawal.objects.get(reason="wrong")
    page = client.get(f"/articles/{wrong.article.number}/")
    assert page.status_code == 410
    assert wrong.explanation in page.content.decode()
    assert client.get(wrong.see_instead).status_code == 200
    private = Withdrawal.objects.get(reason="privacy")
    page = client.get(f"/articles/{private.article.number}/")
    assert page.status_code == 410
    assert "辅导员名单" not in page.content.decode()
    changes = client.get("/feeds/changes.atom").content.decode()
    assert f"撤下：第 {private.article.number} 号信息" in changes
    assert "辅导员名单" not in changes


def test_one_came_back_word_for_word() -> None:
    back = Edition.objects.live().get(released_as="restored")
    assert back.restored_from
    assert back.digest == back.restored_from.digest


def test_every_column_has_something_and_every_number_of_stages_a_column() -> None:
    assert set(Column.objects.values_list("review_stages", flat=True)) == {1, 2, 3}
    assert Column.objects.filter(parent__isnull=False).count() == 2
    names = [column_list(slug) for slug in Column.objects.values_list("slug", flat=True)]
    assert all(counts(names).values())


def test_more_than_twelve_regions_of_every_level_have_something_to_say() -> None:
    spoken = Region.objects.filter(parts__edition__in=Edition.objects.live()).distinct()
    levels = Counter(spoken.values_list("level", flat=True))
    assert levels["province"] >= 31
    assert levels["prefecture"] >= 6
    assert levels["county"] >= 5
    most = Edition.objects.live().annotate(regions=Count("parts__region", distinct=True))
    assert max(most.values_list("regions", flat=True)) == 34
    assert counts(["region:660000"])["region:660000"] >= 4


def test_the_same_subjects_come_from_several_regions_and_in_three_years() -> None:
    plans = Section.objects.filter(heading="老年人上网", edition__in=Edition.objects.live())
    regions = plans.values("part__region").distinct().count()
    assert regions >= 10
    of_guizhou = plans.filter(part__region="520000", edition__title__contains="怎么安排")
    years = {
        one.live_from.year
        for one in Edition.objects.filter(sections__in=of_guizhou)
        if one.live_from
    }
    assert len(years) == 3


def test_tags_are_used_several_times() -> None:
    held = counts(
        [f"tag:{name}" for name in ("网络安全宣传", "数字乡村", "老年人上网", "网上政务")]
    )
    assert min(held.values()) >= 5


def test_the_newest_is_of_this_week_and_the_oldest_two_years_old() -> None:
    now, times = timezone.now(), [one.article.first_published_at for one in live()]
    ages = sorted(now - moment for moment in times if moment)
    assert ages[4] < timedelta(days=7)
    assert ages[-1] > timedelta(days=2 * 365)


def test_texts_are_short_and_long_with_tables_pictures_files_and_four_levels() -> None:
    documents = [document_of(edition) for edition in live()]
    lengths = sorted(len(write_text(document)) for document in documents)
    assert (lengths[0] < 200, lengths[-1] > 2000) == (True, True)
    texts = [text for document in documents for text in _texts(document)]
    assert sum("<table" in text for text in texts) >= 5
    assert sum("<img" in text for text in texts) >= 5
    assert all('alt=""' not in text for text in texts)
    sections = [one for document in documents for part in document.parts for one in part.sections]
    assert {one.level for one in sections} == {0, 1, 2, 3, 4}
    assert {one.run_in for one in sections} >= {"", "。"}
    assert any(one.heading is None for one in sections)
    assert sum(bool(document.attachments) for document in documents) == 2
    deadlines = [document.closes_at for document in documents if document.closes_at]
    assert {deadline > timezone.now() for deadline in deadlines} == {True, False}


def test_a_draft_has_faults_to_accept_or_to_mend() -> None:
    (faulty,) = Part.objects.filter(edition__state=State.DRAFT, sections=None, intro="")
    (beside,) = Section.objects.filter(edition=faulty.edition, value__isnull=False)
    stand = document_of(faulty.edition).parts[0].sections
    assert [*numbers(stand)] == [1, 2, beside.value]


def test_no_text_and_no_file_holds_what_looks_like_an_id_or_a_mobile_number() -> None:
    for words in everything():
        assert not ID_NUMBER.search(words), words[:80]
        assert not MOBILE.search(words), words[:80]


def test_the_patterns_would_find_one() -> None:
    assert ID_NUMBER.search("11010519491231002X")
    assert MOBILE.search("138-0013-8000")


def test_every_text_fits_and_is_sealed_as_its_rows_say() -> None:
    for edition in Edition.objects.with_body():
        require_fits(document_of(edition))
        if edition.digest:
            assert digest_of(edition) == edition.digest, edition


def test_the_audit_chain_is_whole() -> None:
    assert not list(faults())


def test_who_sees_the_site_is_told_that_it_is_invented() -> None:
    site = SiteSettings.objects.get()
    site.full_clean()
    assert "虚构" in site.copyright
    approved = set(Source.objects.filter(approved=True).values_list("name", flat=True))
    assert {edition.source for edition in live()} <= approved


def test_every_public_page_opens(client: Client) -> None:
    addresses = {"/", "/regions/", "/archive/"}
    addresses |= {f"/articles/{edition.article.number}/" for edition in live()}
    addresses |= {f"/columns/{slug}/" for slug in Column.objects.values_list("slug", flat=True)}
    lists = set(Listing.objects.values_list("list", flat=True))
    addresses |= {f"/regions/{name[7:]}/" for name in lists if name.startswith("region:")}
    assert [one for one in sorted(addresses) if client.get(one).status_code != 200] == []
    assert client.get("/news/plans.html").status_code == 301


@pytest.mark.parametrize(
    ("name", "waits"),
    [
        ("bianji", "退回给我的"),
        ("chushen", "待我审核"),
        ("fushen", "待我审核"),
        ("zhongshen", "待我签发"),
        ("zhiban", "待补审"),
        ("xinxiyuan", "可填写的草稿"),
    ],
)
def test_something_waits_for_everybody(client: Client, name: str, waits: str) -> None:
    client.force_login(User.objects.get(username=name))
    page = client.get("/admin/").content.decode()
    waiting = page.partition(f">{waits}")[2].partition("</section>")[0]
    assert "/admin/bulletins/edition/" in waiting


def test_a_second_load_changes_nothing(demo: Demo) -> None:
    before = state_of_the_office()
    assert load_demo() == demo.said
    assert state_of_the_office() == before


def test_what_a_person_did_to_the_demo_stays_so() -> None:
    editor = User.objects.get(username="bianji")
    draft = Edition.objects.get(title__contains="待核")
    workflow.discard(draft, by=editor)
    Column.objects.filter(slug="rules").update(name="规章制度")
    before = state_of_the_office()
    load_demo()
    assert Edition.objects.get(pk=draft.pk).state == State.DISCARDED
    assert state_of_the_office() == before


def state_of_the_office() -> tuple[object, ...]:
    """Every row that anybody could have made or changed."""
    models = (User, Column, Article, Edition, Part, Section, StoredFile, Import, SiteSettings)
    return tuple(list(model._default_manager.order_by("pk").values()) for model in models)


def everything() -> Iterator[str]:
    """Each text, and each file that goes with one, as a reader reads it."""
    for edition in Edition.objects.with_body():
        yield write_text(document_of(edition))
    for row in Import.objects.all():
        yield text_of(row.html)
    for file in StoredFile.objects.filter(width=None):
        with open_file(file) as content:
            said = read_apart(content, PurePath(file.content.name or "").suffix)
        assert said, file
        assert not said.cut, file
        yield json.dumps(said.leaves, ensure_ascii=False)


def _texts(document: Document) -> Iterator[str]:
    for part in document.parts:
        yield part.intro
        yield from (section.body for section in part.sections)


def test_readers_reported_something_in_every_state() -> None:
    reports = ErrorReport.objects.all()
    assert {one.state for one in reports} == {"已收到", "处理中", "已答复", "不受理"}
    assert all(one.key for one in reports if one.taken_up_at or one.answer)
