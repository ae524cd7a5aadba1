"""审核单: who decided what, when and about which text, on one sheet."""

import re
from typing import TYPE_CHECKING

from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from accounts.models import Remark, User
from bulletins import workflow
from bulletins.drafting import save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition, Gate, Role
from tests.editing.doors import at_desk, page_of
from tests.office import Office, People, again, approved, released, saying, submitted
from tests.refusals import EVERYTHING, lifted

if TYPE_CHECKING:
    from playwright.sync_api import Page


def sheet(user: User, edition: Edition) -> str:
    """The sheet's words."""
    page = at_desk(user).get(page_of("sheet", edition)).content.decode()
    found = re.search(r'<article class="sheet">.*?</article>', page, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


def test_every_decision_is_there_with_role_person_time_gates_and_words(
    draft: Edition, people: People
) -> None:
    edition = submitted(draft, people)
    gates = {"gates": [Gate.POLITICS.value, Gate.WORDING.value]}
    workflow.approve(edition, digest=edition.digest, by=people.chu, comment="可以", report=gates)
    said = sheet(people.lin, edition)
    day = timezone.localtime()
    assert f"初审 chu {day.year}年{day.month}月{day.day}日" in said
    assert "同意 政治关 文字关 可以" in said
    assert "复审 — — 待审" in said
    assert edition.digest in said
    assert "标题 多地推进网络工作 栏目 网上传播" in said
    assert "作者 lin" in said


def test_every_round_is_there_with_the_digest_it_was_about(draft: Edition, people: People) -> None:
    first = submitted(draft, people)
    workflow.send_back(first, digest=first.digest, by=people.chu, reason="数字请核实")
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "核实过的导语"), seen=part.revision, by=people.lin)
    said = sheet(people.lin, approved(again(draft), people))
    assert "第 1 次送审" in said
    assert "退回修改 — 数字请核实" in said
    assert f"校验码 {first.digest[2:6]} {first.digest[6:10]}" in said
    assert "第 2 次送审" in said
    assert "之后撤回" not in said


def test_a_round_that_was_recalled_says_so(draft: Edition, people: People) -> None:
    workflow.recall(submitted(draft, people), by=people.lin)
    assert "之后撤回，没有审完" in sheet(people.lin, again(draft))


def test_who_released_it_and_when_is_there(draft: Edition, people: People) -> None:
    said = sheet(people.lin, released(draft, people))
    assert "签发人 zhong" in said
    assert "公开时间" in said
    assert "编号 1，第 1 版" in said


def test_an_urgent_release_says_why(draft: Edition, people: People) -> None:
    workflow.release_urgently(submitted(draft, people), by=people.zhi, reason="台风今晚登陆")
    said = sheet(people.chu, again(draft))
    assert "紧急签发的理由 台风今晚登陆" in said
    assert "补审期限" in said
    assert "已补审" not in said
    with lifted(*EVERYTHING):
        Remark.objects.update(text="", salt="")
    assert "紧急签发的理由 （已清除）" in sheet(people.chu, again(draft))


def test_a_draft_was_never_submitted(draft: Edition, people: People) -> None:
    assert "还没有送审过" in sheet(people.lin, draft)


def test_who_sees_only_a_part_finds_no_sheet(draft: Edition, office: Office) -> None:
    xin = office.hire("xin", Role.CONTRIBUTOR, region="120000")
    assert at_desk(xin).get(page_of("sheet", draft)).status_code == 404


def test_it_prints_on_one_sheet_of_a4(
    draft: Edition, people: People, live_server: LiveServer, page: "Page"
) -> None:
    edition = released(draft, people)
    cookie = at_desk(people.lin).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page.goto(f"{live_server.url}{page_of('sheet', edition)}")
    printed = page.pdf(prefer_css_page_size=True)
    (size,) = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", printed)
    assert [round(float(side)) for side in size] == [595, 842]


def test_what_was_restored_stands_on_the_records_of_what_it_is_a_copy_of(
    draft: Edition, people: People
) -> None:
    live = released(draft, people)
    workflow.withdraw(live.article, "checking", by=people.zhi, reason="核对")
    back = workflow.restore(live.article, by=people.zhong)
    said = sheet(people.zhong, again(back))
    assert "恢复公开，与第 1 版一字不差" in said
    assert re.search("初审 chu .*复审 fu .*终审 zhong", said)
