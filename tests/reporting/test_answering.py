"""Who answers for a place answers once, in words of the office's own; the chain holds none."""

import pytest
from django.db.models import Q

from accounts.audit import verifying
from accounts.models import AuditEntry
from bulletins.document.body import text_of
from bulletins.models import ErrorReport, Role
from bulletins.permissions import Hidden, Refused, scope_of
from bulletins.reporting import (
    Subject,
    answer,
    discretion,
    dismiss,
    empty,
    receive,
    subject_at,
    take_up,
)
from bulletins.reporting.discretion import indiscretion
from bulletins.reporting.rights import may_answer, visible_reports
from tests.office import Office, People
from tests.reporting.conftest import SAID
from tests.together import refusals, together

pytestmark = pytest.mark.django_db


def now(report: ErrorReport) -> ErrorReport:
    return ErrorReport.objects.get(pk=report.pk)


def deeds() -> list[str]:
    about = AuditEntry.objects.filter(object__startswith="errorreport:").order_by("seq")
    return list(about.values_list("action", flat=True))


def test_from_taking_up_to_deleting_each_step_is_one_entry(
    report: ErrorReport, people: People
) -> None:
    take_up(report, seen=0, by=people.zhi)
    assert (now(report).state, now(report).taken_up_by) == ("处理中", people.zhi)
    answer(report, "谢谢，已经改正。", seen=1, by=people.zhi)
    assert (now(report).state, now(report).answer) == ("已答复", "谢谢，已经改正。")
    answer(report, "谢谢，已于今天改正。", seen=2, by=people.lin)
    empty(report, seen=3, by=people.zhi)
    held = now(report)
    assert (held.words, held.proposal, held.contact) == ("", "", "")
    assert (held.answer, held.about) == ("谢谢，已于今天改正。", "天 津")
    assert deeds() == ["take_up_report", "answer_report", "answer_report", "empty_report"]
    said = str(list(AuditEntry.objects.values_list("detail", "object")))
    assert not any(word in said for word in ("札实", "张三", "改正", report.receipt))
    assert list(verifying.faults()) == []


def test_a_press_too_many_is_no_second_step(report: ErrorReport, people: People) -> None:
    for _ in range(2):
        take_up(report, seen=0, by=people.zhi)
    for _ in range(2):
        dismiss(report, "unclear", seen=1, by=people.zhi)
    for _ in range(2):
        empty(report, seen=2, by=people.zhi)
    assert deeds() == ["take_up_report", "dismiss_report", "empty_report"]


def test_what_a_colleague_did_meanwhile_is_told(report: ErrorReport, people: People) -> None:
    answer(report, "已改。", seen=0, by=people.zhi)
    with pytest.raises(Refused, match=r"zhi于.*已答复"):
        answer(report, "另一个答复", seen=0, by=people.lin)
    with pytest.raises(Refused, match="不能改为不受理"):
        dismiss(report, "unclear", seen=1, by=people.lin)
    with pytest.raises(Refused, match="已经办结"):
        take_up(report, seen=1, by=people.lin)
    assert now(report).answer == "已改。"


def test_what_waits_keeps_its_words(report: ErrorReport, people: People) -> None:
    with pytest.raises(Refused, match="还没有办结"):
        empty(report, seen=0, by=people.zhi)


@pytest.mark.django_db(transaction=True)
def test_two_answer_at_once_and_one_of_them_is_told(report: ErrorReport, people: People) -> None:
    both = (people.lin, people.zhi)
    acts = [lambda by=by: answer(report, f"{by}：已改", seen=0, by=by) for by in both]
    (told,) = refusals(together(*acts))
    assert "已答复" in told
    assert deeds() == ["answer_report"]
    assert now(report).revision == 1


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("", "请写明答复"),
        (" \u3000\u200b\n", "请写明答复"),
        ("改" * 1001, "最长 1000 字，现在 1001 字"),
        ("请打 13912345678 找王老师", "手机号（139…）"),
        ("身份证 11010519491231002X 已删去", "身份证号"),
        ("谢谢张三同志指出", "姓名或联系方式（“张三”）"),
        ("已电话022 1234-5678告知", "联系方式"),
        ("您说写成了札实推进读起来很别扭，已改", "照抄了读者的原话"),
        ("已把“札实推进”改为“扎实推进”。", ""),
        ("关于“一年来，各单位扎实推进”一句，已核对。", ""),  # the page says it
    ],
)
def test_an_answer_tells_nothing_of_who_reported(
    report: ErrorReport, people: People, said: str, problem: str
) -> None:
    if not problem:
        return answer(report, said, seen=0, by=people.zhi)
    with pytest.raises(Refused, match=problem):
        answer(report, said, seen=0, by=people.zhi)
    assert deeds() == []
    return None


def test_what_the_page_says_is_no_echo(report: ErrorReport) -> None:
    report.words = "这句一年来，各单位扎实推进不通"
    assert indiscretion("一年来，各单位扎实推进", report) == ""


@pytest.mark.parametrize(
    ("contact", "said", "problem"),
    [
        ("张三 13912345678", "谢谢张三同志", True),
        ("姓名：张三，电话13912345678", "谢谢张三", True),
        ("张三022-12345678", "谢谢张三", True),
        ("张 三", "谢谢张三", True),
        ("阿不都·买买提", "谢谢买买提", True),
        ("电话022-12345678，谢谢", "谢谢，可以打电话给我们", False),
        ("天津 022-12345678", "天津的数据已改", False),
        ("匿名", "没有发现，匿名也可以", False),
    ],
)
def test_a_name_is_not_told_either(
    report: ErrorReport, contact: str, said: str, problem: bool
) -> None:
    report.contact = contact
    assert ("姓名或联系方式" in indiscretion(said, report)) == problem


def test_her_words_are_found_beside_a_longer_quotation(report: ErrorReport) -> None:
    assert report.edition
    public, hers = text_of(report.edition.rendered)[:40], "我在门口等了三小时没人来"
    report.words = f"{public}。{hers}"
    assert indiscretion(public, report) == ""
    assert f"照抄了读者的原话（“{hers}”）" in indiscretion(f"{hers}。{public}", report)


def test_how_she_calls_a_page_is_hers_and_a_title_is_everybodys(
    report: ErrorReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    report.edition, report.words = None, "有错字"
    report.place = "我家孩子王小明在三年级二班那一页"
    assert "照抄" in indiscretion(f"关于{report.place}，已改", report)
    report.place = "/columns/notices/2026/01/"
    assert indiscretion(f"{report.place}已改", report) == ""
    monkeypatch.setattr(discretion, "LONGEST_ECHO", 8)
    report.place = "多地推进网络工作"
    assert indiscretion(f"《{report.place}》已改", report) == ""


def test_only_who_answers_for_the_place_sees_it(
    report: ErrorReport, office: Office, people: People
) -> None:
    general = receive(subject_at("首页的图"), SAID, form="2")
    for name, role, where, sees in (
        ("a", Role.DESK, {"column": office.news, "region": "120000"}, {report, general}),
        ("b", Role.DESK, {"column": office.news, "region": "520000"}, {general}),
        ("c", Role.EDITOR, {"column": office.notices}, {general}),
        ("d", Role.FIRST_REVIEWER, {}, set()),
        ("e", Role.ADMINISTRATOR, {}, set()),
    ):
        person = office.hire(name, role, **where)
        scope = scope_of(person)
        seen: Q = visible_reports(scope)
        assert set(ErrorReport.objects.filter(seen)) == sees, name
        assert {one for one in (report, general) if may_answer(scope, one)} == sees, name
        if report not in sees:
            with pytest.raises((Hidden, Refused)):
                answer(report, "已改。", seen=0, by=person)
    assert now(report).answered_at is None


def test_a_reason_comes_from_the_table(subject: Subject, people: People) -> None:
    report = receive(subject, SAID, form="3")
    with pytest.raises(Refused, match="请选择"):
        dismiss(report, "胡说八道", seen=0, by=people.zhi)
    dismiss(report, "repeated", seen=0, by=people.zhi)
    answer(report, "其实有误，已改。", seen=1, by=people.zhi)
    assert (now(report).dismissal, now(report).state) == ("", "已答复")
