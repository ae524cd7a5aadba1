"""批量: one thing done to many, each through its verb, each with its own answer."""

import re
from collections.abc import Callable

import pytest

from accounts.models import AuditEntry, User
from bulletins.drafting import start_article
from bulletins.models import Article, Edition, Role
from bulletins.workflow import bulk
from bulletins.workflow.bulk import do_to_each
from tests.editing.doors import at_desk
from tests.office import BULLETIN, NOTICE, Office, People, again, amended, released, submitted

LIST, BULK = "/admin/bulletins/edition/", "/admin/bulletins/edition/bulk/"


def said(results: list[bulk.Result]) -> list[tuple[bool, str]]:
    return [(one.done, one.said) for one in results]


def tags_of(edition: Edition) -> list[str]:
    return list(edition.edition_tags.values_list("tag__name", flat=True))


def test_tags_are_added_to_those_that_are_there(draft: Edition, people: People) -> None:
    act = bulk.tagging(["网络", "培训"], by=people.lin)
    assert said(do_to_each([draft], act)) == [(True, "已加标签网络、培训")]
    assert tags_of(draft) == ["网络", "培训"]
    entries = AuditEntry.objects.count()
    assert said(do_to_each([again(draft)], act)) == [(True, "标签都已经有了，没有改动")]
    assert AuditEntry.objects.count() == entries


def test_what_is_public_gets_a_new_edition(draft: Edition, office: Office, people: People) -> None:
    live = released(draft, people)
    [result] = do_to_each([live], bulk.moving(office.local, by=people.lin))
    assert result.said == "已移到“地方动态”，写在新建的第 2 版草稿中"
    fresh = live.article.editions.get(number=2)
    assert (fresh.column, fresh.state) == (office.local, "draft")
    assert again(live).column == office.news
    [result] = do_to_each([again(live)], bulk.tagging(["培训"], by=people.lin))
    assert (result.done, "第 2 版正在草稿" in result.said) == (False, True)


def test_each_is_refused_or_done_by_itself(draft: Edition, office: Office, people: People) -> None:
    waiting = submitted(start_article(NOTICE, column=office.notices, by=people.lin), people)
    empty = start_article(type(NOTICE)(), column=office.notices, by=people.lin)
    done, late, bare = said(do_to_each([draft, waiting, empty], bulk.submitting(by=people.lin)))
    assert done == (True, "已送审")
    assert late[0] is False
    assert "稿件现在是“审核中”" in late[1]
    assert bare[0] is False
    assert "标题" in bare[1]
    assert [again(one).state for one in (draft, waiting, empty)] == ["in_review"] * 2 + ["draft"]


def test_what_is_refused_halfway_leaves_nothing_behind(
    draft: Edition, office: Office, people: People
) -> None:
    """A new edition of a live one is not left behind where the column refuses."""
    live = released(draft, people)
    office.local.active = False
    office.local.save()
    [result] = do_to_each([live], bulk.moving(office.local, by=people.lin))
    assert (result.done, "已停用或冻结" in result.said) == (False, True)
    assert live.article.editions.count() == 1


def test_who_may_only_read_is_refused_and_who_may_not_see_hears_nothing(
    draft: Edition, office: Office, people: People
) -> None:
    acts: list[Callable[[User], bulk.Act]] = [
        lambda by: bulk.tagging(["甲"], by=by),
        lambda by: bulk.moving(office.local, by=by),
        lambda by: bulk.submitting(by=by),
        lambda by: bulk.archiving(by=by),
    ]
    stranger = office.hire("stranger", Role.EDITOR, Role.DESK, column=office.notices)
    for act in acts:
        assert said(do_to_each([draft], act(stranger))) == [(False, "没有这篇稿件")]
        [result] = do_to_each([draft], act(people.chu))
        assert (result.done, "授权" in result.said) == (False, True)
    assert (tags_of(draft), again(draft).state) == (["网络"], "draft")


def test_a_reviewer_does_not_become_an_author_unasked(draft: Edition, office: Office) -> None:
    both = office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    [result] = do_to_each([draft], bulk.tagging(["甲"], by=both))
    assert (result.done, "请打开这一稿，确认后再改" in result.said) == (False, True)


def test_an_older_edition_is_not_written_in(draft: Edition, people: People) -> None:
    old = released(draft, people)
    released(amended(old, people), people)
    [result] = do_to_each([again(old)], bulk.tagging(["甲"], by=people.lin))
    assert result.said == "这一版已被替换，不能修改：请选它的最新版本"


def test_archiving_asks_the_verb_of_each(draft: Edition, people: People) -> None:
    live = released(draft, people)
    first, second = (do_to_each([live], bulk.archiving(by=people.zhi)) for _ in "12")
    assert (first[0].done, first[0].said) == (True, "已归档")
    assert (second[0].done, second[0].said) == (False, "不能归档：这篇稿件已归档")
    assert Article.objects.get(pk=live.article_id).archived_by == people.zhi


def test_from_the_boxes_of_the_list_to_the_results(
    draft: Edition, office: Office, people: People
) -> None:
    other = start_article(NOTICE, column=office.notices, by=people.lin)
    client = at_desk(people.lin)
    boxes = {"action": "tag", "_selected_action": [draft.pk, other.pk]}
    asking = client.post(LIST, boxes).content.decode()
    assert "选中的 2 篇" in asking
    assert tags_of(other) == []
    sure = {"deed": "tag", "sure": "1", "pk": [draft.pk, other.pk]}
    assert "请写至少一个标签" in client.post(BULK, sure | {"tags": "、"}).content.decode()
    results = client.post(BULK, sure | {"tags": "培训、宣传"}).content.decode()
    assert "2 篇已处理" in results
    assert tags_of(other) == ["培训", "宣传"]


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.EDITOR, {"tag", "submit", "move"}),
        (Role.DESK, {"archive"}),
        (Role.SECOND_REVIEWER, set()),
        (Role.AUDITOR, set()),
    ],
)
def test_the_list_offers_what_her_role_can_do(
    draft: Edition, office: Office, role: Role, offered: set[str]
) -> None:
    page = at_desk(office.hire("one", role)).get(LIST).content.decode()
    found = set(re.findall(r'<option value="(\w+)">', page))
    assert found & {"tag", "submit", "move", "archive", "delete_selected"} == offered


def test_a_stranger_s_boxes_choose_nothing(draft: Edition, office: Office) -> None:
    stranger = at_desk(office.hire("stranger", Role.EDITOR, column=office.notices))
    form = {"deed": "submit", "sure": "1", "pk": [draft.pk]}
    said = stranger.post(BULK, form, follow=True).content.decode()
    assert "没有选中稿件" in said
    assert "多地推进" not in said
    assert stranger.post(BULK, form | {"deed": "archive"}).status_code == 404
    assert again(draft).state == "draft"


def test_too_many_at_once_are_told_so(
    draft: Edition, office: Office, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bulletins.editing.pages import bulk as page

    monkeypatch.setattr(page, "MOST", 1)
    other = start_article(BULLETIN, column=office.news, by=people.lin)
    form = {"deed": "submit", "sure": "1", "pk": [draft.pk, other.pk]}
    said = at_desk(people.lin).post(BULK, form, follow=True).content.decode()
    assert "一次最多处理" in said
    assert {again(one).state for one in (draft, other)} == {"draft"}


@pytest.mark.parametrize("pk", ["9" * 30, "9" * 5000, "٣", "-1", "1e3", ""])
def test_a_number_that_is_none_chooses_nothing(draft: Edition, people: People, pk: str) -> None:
    client = at_desk(people.lin)
    for where, boxes in (
        (BULK, {"deed": "tag", "pk": [pk]}),
        (LIST, {"action": "tag", "_selected_action": [pk]}),
    ):
        assert client.post(where, boxes).status_code < 500
