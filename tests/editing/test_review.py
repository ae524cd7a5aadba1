"""The review page: what is read is what is under the digest, and the decision is about just that."""

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bulletins import workflow
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import save_part, start_article, start_edition
from bulletins.drafting.content import part_of
from bulletins.models import Decision, Edition, Gate, Part, Proof, Review, Role, Section, State
from tests.editing.doors import at_desk, page_of
from tests.office import BULLETIN, Office, People, again, approved, released, saying, submitted
from tests.refusals import EVERYTHING, lifted

GATES = list(Gate.values)


def page(client: Client, edition: Edition, **asked: str) -> str:
    return client.get(page_of("review", edition), asked).content.decode()


def decide(client: Client, edition: Edition, decision: Decision, **typed: object) -> str:
    """Press a button below what was read, and look at what comes back."""
    sent = {"digest": edition.digest, "decision": decision.value, **typed}
    return client.post(page_of("review", edition), sent, follow=True).content.decode()


def rewritten(edition: Edition, people: People, intro: str) -> Edition:
    """Recalled, changed and submitted again."""
    workflow.recall(again(edition), by=people.lin)
    part = edition.parts.all()[0]
    save_part(part, saying(part_of(part), intro), seen=part.revision, by=people.lin)
    return submitted(again(edition), people)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def test_a_reviewer_reads_who_wrote_it_where_it_stands_and_its_digest(
    draft: Edition, people: People
) -> None:
    edition = submitted(draft, people)
    shown = page(at_desk(people.chu), edition)
    assert "清样、库中文字与校验码一致" in shown
    assert edition.digest in shown
    assert "已过 0 级，共 3 级" in words(shown)
    assert "初审 轮到这一级" in words(shown)
    assert "办好网站" in shown
    assert "作者lin" in words(shown)


def test_she_agrees_after_all_five_gates(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    said = decide(at_desk(people.chu), edition, Decision.APPROVED, gates=GATES, opinion="可以")
    assert "已同意，轮到复审" in said
    review = Review.objects.get()
    assert (review.reviewer, review.report, review.comment) == (
        people.chu,
        {"gates": GATES},
        "可以",
    )
    assert again(edition).stages_passed == 1


def test_a_gate_that_is_left_open_keeps_the_rest(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    said = decide(
        at_desk(people.chu), edition, Decision.APPROVED, gates=GATES[:3], opinion="大致可以"
    )
    assert "还没有勾选保密关、文字关" in said
    assert said.count("checked") == 3
    assert "大致可以" in said
    assert again(edition).stages_passed == 0


def test_sending_back_needs_a_reason(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    chu = at_desk(people.chu)
    assert "请写明退回的理由" in decide(chu, edition, Decision.SENT_BACK, opinion="  ")
    assert again(edition).state == State.IN_REVIEW
    assert "已退回修改" in decide(chu, edition, Decision.SENT_BACK, opinion="数字请核实")
    assert again(edition).state == State.DRAFT
    assert Review.objects.get().comment == "数字请核实"


def test_the_decision_is_about_the_text_that_was_read(draft: Edition, people: People) -> None:
    """Changed while she read: nothing is approved, her words stay, every gate is open again."""
    read = submitted(draft, people)
    chu = at_desk(people.chu)
    now = rewritten(read, people, "改过的导语")
    said = decide(chu, read, Decision.APPROVED, gates=GATES, opinion="可以")
    assert "您读的不是现在这一稿" in said
    assert "改过的导语" in said
    assert f'value="{now.digest}"' in said
    assert said.count("checked") == 0
    assert ">\n可以</textarea>" in said
    assert Review.objects.count() == 0


def test_who_presses_second_is_told_and_loses_no_word(
    draft: Edition, office: Office, people: People
) -> None:
    second = at_desk(office.hire("chu2", Role.FIRST_REVIEWER))
    edition = submitted(draft, people)
    decide(at_desk(people.chu), edition, Decision.APPROVED, gates=GATES)
    said = decide(second, edition, Decision.SENT_BACK, opinion="我还有意见")
    assert "复审" in said
    assert "我还有意见" in said
    assert again(edition).stages_passed == 1


def test_a_form_without_a_digest_decides_nothing(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    sent = {"decision": Decision.APPROVED.value, "gates": GATES}
    said = at_desk(people.chu).post(page_of("review", edition), sent).content.decode()
    assert "没有收到所读文字的校验码" in said
    assert again(edition).stages_passed == 0


@pytest.mark.parametrize(
    ("who", "sentence"),
    [("lin", "现在轮到初审"), ("fu", "现在轮到初审"), ("zhong", "现在轮到初审"), ("zhi", "初审")],
)
def test_whose_turn_it_is_not_reads_why_and_no_form(
    draft: Edition, people: People, who: str, sentence: str
) -> None:
    shown = page(at_desk(getattr(people, who)), submitted(draft, people))
    assert sentence in shown
    assert 'id="decision"' not in shown


def test_an_author_reads_that_another_must_do_it(
    draft: Edition, office: Office, people: People
) -> None:
    both = office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "新的导语"), seen=part.revision, by=both, aware=True)
    shown = page(at_desk(both), submitted(again(draft), people))
    assert "稿件中有您写的文字，须由另一位同事审核" in shown
    assert 'id="decision"' not in shown


def test_who_agreed_before_reads_that_another_must_go_on(
    draft: Edition, office: Office, people: People
) -> None:
    every = at_desk(office.hire("every", Role.FIRST_REVIEWER, Role.SECOND_REVIEWER))
    edition = submitted(draft, people)
    decide(every, edition, Decision.APPROVED, gates=GATES)
    assert "您已在前一级同意过" in page(every, edition)


def test_a_draft_is_only_a_preview(draft: Edition, people: People) -> None:
    shown = page(at_desk(people.chu), draft)
    assert "还没有送审" in shown
    assert "内容校验码" not in shown
    assert 'id="decision"' not in shown


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\u200d", "零宽连字符 U+200D"),
        ("\ue123", "私用区字符 U+E123"),
        ("⼀", "部首，不是常用的“一”"),
        ("e\u0301", "附加符号 U+0301"),
    ],
)
def test_what_cannot_be_seen_is_named(office: Office, people: People, char: str, name: str) -> None:
    part = DocumentPart(intro=f"<p>周六{char}停机。</p>")
    document = Document(title=f"停机{char}通知", parts=(part,))
    edition = start_article(document, column=office.notices, by=people.lin)
    shown = page(at_desk(people.zhong), submitted(edition, people))
    assert shown.count(f'<mark class="odd">{name}</mark>') == 2


def test_a_text_changed_behind_our_back_is_not_agreed_to(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    with lifted(*EVERYTHING):
        Section.objects.filter(edition=edition).update(body="<p>偷换的文字。</p>")
    chu = at_desk(people.chu)
    shown = page(chu, edition)
    assert "库中的文字与送审时的校验码不符" in shown
    assert "办好网站" in shown
    assert 'value="approved"' not in shown
    said = decide(chu, edition, Decision.APPROVED, gates=GATES)
    assert "校验码不符" in said
    assert again(edition).stages_passed == 0


def test_a_proof_changed_behind_our_back_is_not_agreed_to(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    proof = Proof.objects.get()
    with lifted(*EVERYTHING):
        Proof.objects.update(html=proof.html.replace("办好网站", "办好<script>x</script>"))
    chu = at_desk(people.chu)
    shown = page(chu, edition)
    assert "清样与送审时的校验码不符" in shown
    assert "<script>x" not in shown
    assert "校验码不符" in decide(chu, edition, Decision.APPROVED, gates=GATES)
    assert again(edition).stages_passed == 0


def test_region_names_changed_behind_our_back_are_noticed(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    with lifted(*EVERYTHING):
        Part.objects.filter(edition=edition).update(region_name="别处")
    assert "校验码不符" in page(at_desk(people.chu), edition)


def test_a_new_edition_is_compared_with_what_readers_see(draft: Edition, people: People) -> None:
    public = released(draft, people)
    edition = start_edition(public.article, by=people.lin)
    Edition.objects.filter(pk=edition.pk).update(change_kind="minor")
    part = edition.parts.all()[0]
    said = part_of(part)
    first, second = said.sections
    turned = replace(said, sections=(replace(second, body="<p>每日巡查。</p>"), first))
    save_part(part, turned, seen=part.revision, by=people.lin)
    shown = words(page(at_desk(people.chu), submitted(again(edition), people)))
    assert "与正在公开的第 1 版相比" in shown
    assert "删定期增每日巡查。" in shown
    assert "位置有移动" in shown
    assert "序号由「二、」变为「一、」" in shown
    assert "贵 州：没有改动（1 节）" in shown


def test_what_came_again_is_compared_with_what_she_saw(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    chu = at_desk(people.chu)
    decide(chu, edition, Decision.SENT_BACK, opinion="导语请改")
    part = edition.parts.all()[0]
    save_part(part, saying(part_of(part), "改过的导语"), seen=part.revision, by=people.lin)
    edition = submitted(again(edition), people)
    shown = page(chu, edition)
    assert "与您上次审的（第 1 次送审" in shown
    assert "改过的导语" in words(shown)
    assert "导语请改" in shown
    assert "相比" not in page(at_desk(people.fu), edition)


def test_she_chooses_what_to_compare_with(draft: Edition, people: People) -> None:
    edition = start_edition(released(draft, people).article, by=people.lin)
    Edition.objects.filter(pk=edition.pk).update(change_kind="minor")
    part = edition.parts.all()[0]
    save_part(part, saying(part_of(part), "第一次改"), seen=part.revision, by=people.lin)
    edition = submitted(again(edition), people)
    chu = at_desk(people.chu)
    decide(chu, edition, Decision.SENT_BACK, opinion="再改改")
    part = edition.parts.all()[0]
    save_part(part, saying(part_of(part), "第二次改"), seen=part.revision, by=people.lin)
    edition = submitted(again(edition), people)
    first, second = page(chu, edition), page(chu, edition, **{"with": "live"})
    assert "与您上次审的" in first
    assert "第一次" in words(first)
    assert "与正在公开的第 1 版相比" in second
    assert "第一次" not in words(second).replace("第 1 次", "")
    assert "与您上次审的" in page(chu, edition, **{"with": "nonsense"})


def test_the_last_to_agree_may_release_what_he_read(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    shown = page(at_desk(people.zhong), edition)
    link = f"{page_of('do', edition, 'release')}?digest="
    assert link in shown
    assert "各级都已同意，等待签发" in shown
    assert link not in page(at_desk(people.chu), edition)


def test_an_urgent_release_is_reviewed_late(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    workflow.release_urgently(edition, by=people.zhi, reason="台风今晚登陆")
    for reviewer in people.reviewers:
        client = at_desk(reviewer)
        assert "补审期限" in page(client, edition)
        said = decide(client, edition, Decision.APPROVED, gates=GATES)
    assert "补审完成" in said
    assert not again(edition).awaits_late_review
    assert "审核已经完成" in page(at_desk(people.chu), edition)


def test_a_no_after_an_urgent_release_is_recorded(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    workflow.release_urgently(edition, by=people.zhi, reason="台风今晚登陆")
    decide(at_desk(people.chu), edition, Decision.SENT_BACK, opinion="不该发")
    assert again(edition).state == State.RELEASED
    assert Review.objects.get().decision == Decision.SENT_BACK


def test_where_links_lead_is_shown(office: Office, people: People) -> None:
    part = DocumentPart(intro='<p>见<a href="https://www.example.cn/x">网站</a>。</p>')
    document = Document(title="通知", parts=(part,))
    edition = start_article(document, column=office.notices, by=people.lin)
    shown = page(at_desk(people.zhong), submitted(edition, people))
    assert "网站 → https://www.example.cn/x" in words(shown)


def test_who_sees_only_a_part_finds_no_review(
    draft: Edition, office: Office, people: People
) -> None:
    contributor = office.hire("xin", Role.CONTRIBUTOR, region="120000")
    edition = submitted(draft, people)
    assert at_desk(contributor).get(page_of("review", edition)).status_code == 404


def test_a_longer_bulletin_asks_no_more_of_the_database(
    draft: Edition, office: Office, people: People
) -> None:
    section = DocumentSection(1, "加强管理", "<p>定期巡查。</p>")
    codes = ("120000", "520000", "430000") * 4
    parts = tuple(DocumentPart(code, "", "", (section,) * 5) for code in codes)
    long = start_article(replace(BULLETIN, parts=parts), column=office.news, by=people.lin)
    chu, counts = at_desk(people.chu), []
    for edition in (submitted(draft, people), submitted(long, people)):
        with CaptureQueriesContext(connection) as asked:
            page(chu, edition)
        counts.append(len(asked))
    assert counts[0] == counts[1] < 60


def approved_and_changed(draft: Edition, people: People, intro: str = "改过的导语") -> Edition:
    """chu agreed, fu sent it back, lin wrote and submitted again."""
    edition = submitted(draft, people)
    workflow.approve(edition, digest=edition.digest, by=people.chu, report={"gates": GATES})
    workflow.send_back(edition, digest=edition.digest, by=people.fu, reason="导语请改")
    part = edition.parts.all()[0]
    save_part(part, saying(part_of(part), intro), seen=part.revision, by=people.lin)
    return submitted(again(edition), people)


def test_who_agreed_before_reads_what_changed_since_and_agrees_again_at_one_press(
    draft: Edition, people: People
) -> None:
    edition = approved_and_changed(draft, people)
    chu = at_desk(people.chu)
    shown = page(chu, edition)
    assert "与您上次审的（第 1 次送审" in shown
    assert "再次同意" in shown
    assert 'type="checkbox" name="gates"' not in shown
    assert '<details class="whole-proof">' in shown
    sent = dict(re.findall(r'type="hidden" name="(again|digest)" value="([^"]+)"', shown))
    gates = re.findall(r'type="hidden" name="gates" value="([^"]+)"', shown)
    said = decide(chu, edition, Decision.APPROVED, gates=gates, **sent)
    assert "已同意，轮到复审" in said
    record = Review.objects.latest("pk").report
    assert record == {"gates": GATES, "agreed_in_round": 1}
    assert "再次同意" in chu.get(page_of("sheet", edition)).content.decode()


def test_compared_with_another_text_she_reads_all_of_it(draft: Edition, people: People) -> None:
    released(draft, people)
    second = start_edition(draft.article, by=people.lin)
    part = second.parts.all()[0]
    save_part(part, saying(part_of(part), "另一稿"), seen=part.revision, by=people.lin)
    Edition.objects.filter(pk=second.pk).update(change_kind="minor")
    edition = approved_and_changed(again(second), people, "又一稿")
    shown = page(at_desk(people.chu), edition, **{"with": "live"})
    assert "再次同意" not in shown
    assert shown.count('type="checkbox" name="gates"') == 5


def test_who_sent_it_back_or_never_agreed_confirms_every_gate(
    draft: Edition, people: People
) -> None:
    edition = approved_and_changed(draft, people)
    workflow.approve(edition, digest=edition.digest, by=people.chu)
    assert "再次同意" not in page(at_desk(people.fu), again(edition))


def test_a_record_does_not_claim_an_earlier_yes_that_never_was(
    draft: Edition, people: People
) -> None:
    edition = submitted(draft, people)
    decide(at_desk(people.chu), edition, Decision.APPROVED, gates=GATES, again="1")
    assert Review.objects.get().report == {"gates": GATES}


def test_why_it_was_released_urgently_is_read_by_who_reviews_it_late(
    draft: Edition, people: People
) -> None:
    edition = submitted(draft, people)
    workflow.release_urgently(edition, by=people.zhi, reason="台风红色预警")
    assert "理由：台风红色预警" in page(at_desk(people.chu), edition)
