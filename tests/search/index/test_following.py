"""The index follows every verb, in its transaction; what did not change is not cut again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from bulletins import workflow
from bulletins.document.tree import DocumentAttachment
from bulletins.document.words import Cutter
from bulletins.drafting import start_article
from bulletins.files import store_attachment
from bulletins.indexing import index_waiting, tidy, warm
from bulletins.indexing.cutting import cutter
from bulletins.indexing.slots import rows_of, state
from bulletins.models import Edition, Role, Slot
from bulletins.timetable import run_due
from regions.models import Region
from tests.office import BULLETIN, Office, People, again, amended, approved, released, scheduled
from tests.search.index.looking import disagreements, numbers, rows, tokens_left


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


def test_a_draft_is_found_by_no_reader(draft: Edition) -> None:
    assert numbers("网络工作") == []
    assert rows() == []


def test_what_is_released_is_found_by_every_word(live: Edition) -> None:
    number = live.article.number
    for word in (
        "网络工作",
        "组织培训",
        "能力",
        "海河",
        "贵州",
        "海 河",
        "網絡",
        "wlgz",
        "wangluo",
        "贵",
    ):
        assert numbers(word) == [number], word
    assert disagreements() == []


def test_what_is_scheduled_is_found_from_that_second_on(draft: Edition, people: People) -> None:
    then = timezone.now() + timedelta(days=2)
    edition = scheduled(draft, people, then)
    assert numbers("组织培训") == []
    assert numbers("组织培训", then) == [edition.article.number]


def test_withdrawn_it_is_gone_and_restored_it_is_back(live: Edition, people: People) -> None:
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="数字待核")
    assert (numbers("组织培训"), rows(), disagreements()) == ([], [], [])
    workflow.restore(live.article, by=people.zhong)
    assert numbers("组织培训") == [live.article.number]
    assert disagreements() == []


def test_a_correction_cuts_what_changed_and_nothing_else(
    live: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dict(ids())
    fresh = approved(amended(live, people, "改过的导语"), people)
    texts, cut = list[str](), Cutter.cut_lines

    def noted(self: Cutter, folded: Sequence[str]) -> list[str]:
        texts.extend(folded)
        return cut(self, folded)

    monkeypatch.setattr(Cutter, "cut_lines", noted)
    workflow.release(fresh, by=people.zhong)
    assert "改过的导语" in texts
    assert not any("组织培训" in text for text in texts)
    assert dict(ids()) == before  # the same rows: nothing is newer than it is
    assert numbers("改过的导语") == [live.article.number]
    assert disagreements() == []


def ids() -> list[tuple[tuple[str, str], int]]:
    found = rows_of(state().slot)._default_manager.values_list("kind", "key", "pk")
    return [((kind, key), pk) for kind, key, pk in found]


def test_a_scheduled_correction_stands_beside_what_is_read_now(
    live: Edition, people: People
) -> None:
    then = timezone.now() + timedelta(days=2)
    scheduled(amended(live, people, "以后的导语"), people, then)
    assert numbers("以后的导语") == []
    assert numbers("以后的导语", then) == [live.article.number]
    assert numbers("组织培训") == [live.article.number] == numbers("组织培训", then)


def test_a_verb_that_fails_leaves_the_index_as_it_was(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    with transaction.atomic():
        workflow.release(edition, by=people.zhong)
        assert numbers("组织培训")
        transaction.set_rollback(True)
    assert (numbers("组织培训"), rows()) == ([], [])


def test_a_placing_is_a_place_in_the_index(live: Edition, people: People, office: Office) -> None:
    assert numbers("栏目:通知公告 组织培训") == []
    workflow.place(again(live), {office.notices.pk: None}, by=people.zhi)
    assert numbers("栏目:通知公告 组织培训") == [live.article.number]
    assert disagreements() == []


@pytest.mark.django_db(transaction=True)
def test_erased_it_is_in_no_slot(live: Edition, people: People, office: Office) -> None:
    boss = office.hire("boss", Role.ADMINISTRATOR)
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="数字待核")
    list(index_waiting())
    assert tokens_left(Slot.DESK)
    workflow.erase(live.article, by=boss, reason="依当事人申请")
    tidy()
    for slot in Slot:
        assert (rows(slot), tokens_left(slot)) == ([], [])


def test_a_file_read_after_its_release_is_found(
    people: People, office: Office, places: None
) -> None:
    kept = store_attachment("附表所列名单".encode(), "甲.txt", by=people.lin)
    named = replace(BULLETIN, attachments=(DocumentAttachment("甲", f"file:{kept.pk}"),))
    edition = released(start_article(named, column=office.news, by=people.lin), people)
    assert numbers("附表所列") == []
    run_due()
    assert numbers("附表所列") == [edition.article.number]
    assert disagreements() == []


def test_a_region_that_is_called_or_lies_otherwise_is_found_so(live: Edition) -> None:
    run_due()
    Region.objects.filter(pk="520000").update(short_name="新黔", also_under="120000")
    assert numbers("新黔") == []
    run_due()
    assert numbers("新黔") == [live.article.number]
    [guizhou] = [
        row
        for row in rows_of(state().slot)._default_manager.all()
        if row.kind == "s" and "组织培训" in row.words.replace(" ", "")
    ]
    assert "r120000" in guizhou.places.split()


def test_a_process_can_load_the_dictionary_before_anybody_asks(live: Edition) -> None:
    words = tuple(state().words)
    cutter.cache_clear()
    warm()
    assert cutter(words)._known is not None
    assert cutter.cache_info().misses == 1
