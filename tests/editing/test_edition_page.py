"""The page of an edition: only what was opened is written, and nothing that was sent is lost."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import document_of, remove_part, save_part, start_article
from bulletins.drafting.content import part_of
from bulletins.models import EarlierText, Edition, EditionAuthor, Part, Role, Source, State
from bulletins.workflow import submit
from tests.editing.doors import at_desk
from tests.editing.forms import opened, page_of, signed_in, unopened
from tests.office import Office, People, again, saying, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def lin(people: People) -> Client:
    return signed_in("lin")


@pytest.fixture
def tianjin(draft: Edition) -> Part:
    return draft.parts.get(region="120000")


def text(client: Client, edition: Edition) -> str:
    return client.get(page_of(edition)).content.decode()


def test_an_editor_finds_head_and_parts_and_their_numbers(lin: Client, draft: Edition) -> None:
    page = text(lin, draft)
    assert "多地推进网络工作" in page
    assert "天 津" in page
    assert '<span class="label">二、</span>加强管理' in page


def test_saving_an_unopened_page_changes_nothing(lin: Client, draft: Edition) -> None:
    before = again(draft)
    answer = lin.post(page_of(draft), unopened(draft), follow=True)
    assert "没有改动" in answer.content.decode()
    assert again(draft).changes == before.changes
    assert document_of(again(draft)) == document_of(before)


def test_an_opened_part_is_saved_and_the_others_are_not_touched(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    other = draft.parts.exclude(pk=tianjin.pk).get()
    sections = set(other.sections.values_list("pk", flat=True))
    form = unopened(draft) | opened(tianjin, saying(part_of(tianjin), "新的导语"), "天津市")
    lin.post(page_of(draft), form)
    tianjin.refresh_from_db()
    assert (tianjin.intro, tianjin.revision) == ("<p>新的导语</p>", 2)
    assert draft.parts.get(pk=other.pk).revision == 1
    assert set(other.sections.values_list("pk", flat=True)) == sections


def test_an_opened_but_unchanged_part_stays_as_it_is(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    lin.post(page_of(draft), unopened(draft) | opened(tianjin, part_of(tianjin), "天津市"))
    assert draft.parts.get(pk=tianjin.pk).revision == 1
    assert not EarlierText.objects.exists()


def test_of_thirty_four_parts_one_is_saved(lin: Client, office: Office, people: People) -> None:
    parts = tuple(
        DocumentPart(None, f"第{n}片", "", (DocumentSection(1, f"工作{n}", "<p>内容</p>"),))
        for n in range(34)
    )
    edition = start_article(
        Document(title="三十四地", parts=parts), column=office.news, by=people.lin
    )
    part = edition.parts.get(position=17)
    form = unopened(edition) | opened(part, saying(part_of(part), "只改这里"))
    lin.post(page_of(edition), form)
    revisions = list(edition.parts.values_list("position", "revision"))
    assert [position for position, revision in revisions if revision != 1] == [17]
    assert EarlierText.objects.count() == 1


def test_two_people_in_one_part_see_both_texts_and_lose_neither(
    lin: Client, draft: Edition, tianjin: Part, office: Office
) -> None:
    form = unopened(draft) | opened(tianjin, saying(part_of(tianjin), "林写的"), "天津市")
    wang = office.hire("wang", Role.EDITOR)
    save_part(tianjin, saying(part_of(tianjin), "王写的"), seen=1, by=wang)
    page = lin.post(page_of(draft), form).content.decode()
    assert "已被别人改过" in page
    assert "王写的" in page
    assert "林写的" in page
    assert draft.parts.get(pk=tianjin.pk).intro == "<p>王写的</p>"
    assert f'name="part-{tianjin.key}-seen" value="2"' in page
    again_sent = form | {f"part-{tianjin.key}-seen": 2}
    lin.post(page_of(draft), again_sent)
    assert draft.parts.get(pk=tianjin.pk).intro == "<p>林写的</p>"
    assert any("王写的" in earlier.html for earlier in EarlierText.objects.all())


def test_two_people_at_the_head_see_both(
    lin: Client, draft: Edition, office: Office, people: People
) -> None:
    form = unopened(draft) | {"head-title": "林的标题"}
    office.hire("wang", Role.EDITOR)
    signed_in("wang").post(page_of(draft), unopened(draft) | {"head-title": "王的标题"})
    page = lin.post(page_of(draft), form).content.decode()
    assert "林的标题" in page
    assert "王的标题" in page
    assert again(draft).title == "王的标题"


def test_a_form_cut_off_on_its_way_saves_nothing(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    form = unopened(draft) | opened(tianjin, DocumentPart("120000", "天 津"), "天津市")
    del form["end"]
    page = lin.post(page_of(draft), form).content.decode()
    assert "没有完整送到" in page
    assert draft.parts.get(pk=tianjin.pk).sections.count() == 2


def test_what_was_typed_after_a_colleague_submitted_is_shown(
    lin: Client, draft: Edition, tianjin: Part, people: People
) -> None:
    form = unopened(draft) | opened(tianjin, saying(part_of(tianjin), "来不及了"), "天津市")
    submit(draft, by=people.lin)
    page = lin.post(page_of(draft), form).content.decode()
    assert "未保存的内容：天 津" in page
    assert "来不及了" in page
    assert again(draft).state == State.IN_REVIEW


def test_what_was_typed_in_a_part_that_is_gone_is_shown(
    lin: Client, draft: Edition, tianjin: Part, people: People
) -> None:
    form = unopened(draft) | opened(tianjin, saying(part_of(tianjin), "写了很久"), "天津市")
    remove_part(tianjin, seen=1, by=people.lin)
    page = lin.post(page_of(draft), form).content.decode()
    assert "写了很久" in page
    assert "请复制留存" in page


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("head-source_address", "javascript:alert(1)", "这不是可用的网址"),
        ("head-closes_on", "9999-12-31", "日期太远"),
    ],
)
def test_a_mistake_in_the_head_does_not_keep_a_part_from_being_saved(
    lin: Client, draft: Edition, tianjin: Part, field: str, typed: str, said: str
) -> None:
    form = unopened(draft) | opened(tianjin, saying(part_of(tianjin), "存下来"), "天津市")
    page = lin.post(page_of(draft), form | {field: typed})
    assert said in page.content.decode()
    assert draft.parts.get(pk=tianjin.pk).intro == "<p>存下来</p>"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("朝阳", "请写全称"), ("火星", "没有叫“火星”的地区"), ("999999", "没有叫“999999”的地区")],
)
def test_a_region_is_never_guessed(
    lin: Client, draft: Edition, tianjin: Part, typed: str, said: str
) -> None:
    form = unopened(draft) | opened(tianjin, saying(part_of(tianjin), "还在"), typed)
    page = lin.post(page_of(draft), form).content.decode()
    # 朝阳 needs the whole country to be ambiguous; a few provinces know none.
    assert said in page or "没有叫" in page
    assert "还在" in page
    assert draft.parts.get(pk=tianjin.pk).region_id == "120000"


def test_a_new_part_and_a_new_order_come_with_the_same_press(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    other = draft.parts.exclude(pk=tianjin.pk).get()
    new = {"new-0-region": "四川", "new-0-heading": "四 川", "new-0-text": "<p>四川的导语</p>"}
    order = {"order": f"{other.key} {tianjin.key} "}
    lin.post(page_of(draft), unopened(draft) | new | order)
    assert [str(part) for part in again(draft).parts.all()] == ["贵 州", "天 津", "四 川"]
    assert again(draft).parts.get(heading="四 川").region_id == "510000"


def test_a_removed_part_is_kept_among_the_earlier_texts(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    form = unopened(draft) | {f"part-{tianjin.key}-remove": "1"}
    lin.post(page_of(draft), form)
    assert [str(part) for part in again(draft).parts.all()] == ["贵 州"]
    kept = EarlierText.objects.get()
    assert kept.removed
    assert "办好网站" in kept.html


def test_a_typed_number_becomes_the_count(lin: Client, draft: Edition, tianjin: Part) -> None:
    form = unopened(draft) | opened(tianjin, part_of(tianjin), "天津市")
    form[f"part-{tianjin.key}-text"] += "<h3>加强协作</h3><p>建立机制。</p>"
    lin.post(page_of(draft), form)
    assert '<span class="label">三、</span>加强协作' in text(lin, draft)


def test_a_contributor_finds_her_region_alone_and_writes_only_its_text(
    draft: Edition, office: Office, tianjin: Part
) -> None:
    office.hire("tian", Role.CONTRIBUTOR, region="120000")
    tian = signed_in("tian")
    page = text(tian, draft)
    assert "天 津" in page
    assert "贵 州" not in page
    assert "组织培训" not in page
    changed = replace(saying(part_of(tianjin), "信息员写的"), heading="改名")
    form = {"end": "1", "changes": "0"} | opened(tianjin, changed, "贵州")
    form |= {"head-title": "偷改标题", "head-seen": 1, "order": "x", "order-seen": ""}
    tian.post(page_of(draft), form)
    tianjin.refresh_from_db()
    assert tianjin.intro == "<p>信息员写的</p>"
    assert (tianjin.heading, tianjin.region_id) == ("天 津", "120000")
    assert again(draft).title == "多地推进网络工作"


def test_a_contributor_sends_another_regions_key_in_vain(
    draft: Edition, office: Office, tianjin: Part
) -> None:
    office.hire("tian", Role.CONTRIBUTOR, region="120000")
    other = draft.parts.exclude(pk=tianjin.pk).get()
    form = {"end": "1"} | opened(other, saying(part_of(other), "越权"), "贵州省")
    signed_in("tian").post(page_of(draft), form)
    assert draft.parts.get(pk=other.pk).intro == ""


def test_a_reviewer_is_told_before_she_becomes_an_author(
    draft: Edition, office: Office, tianjin: Part
) -> None:
    office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    both = signed_in("both")
    assert "您一改动即成为作者，须由他人审核" in text(both, draft)
    form = unopened(draft) | opened(tianjin, saying(part_of(tianjin), "先没说"), "天津市")
    page = both.post(page_of(draft), form).content.decode()
    assert "确认后再保存" in page
    assert "先没说" in page
    assert EditionAuthor.objects.count() == 1
    both.post(page_of(draft), form | {"aware": "1"})
    assert EditionAuthor.objects.count() == 2


def test_saved_and_submitted_with_one_press(lin: Client, draft: Edition, tianjin: Part) -> None:
    form = unopened(draft) | opened(tianjin, saying(part_of(tianjin), "定稿"), "天津市")
    lin.post(page_of(draft), form | {"then": "submit"})
    assert again(draft).state == State.IN_REVIEW


def test_not_submitted_over_what_a_colleague_saved_meanwhile(
    lin: Client, draft: Edition, tianjin: Part, office: Office
) -> None:
    form = unopened(draft) | {"then": "submit"}
    wang = office.hire("wang", Role.EDITOR)
    save_part(tianjin, saying(part_of(tianjin), "王写的"), seen=1, by=wang)
    page = lin.post(page_of(draft), form, follow=True).content.decode()
    assert "又有改动" in page
    assert again(draft).state == State.DRAFT


def test_a_file_is_attached_and_one_that_lies_is_not(lin: Client, draft: Edition) -> None:
    good = SimpleUploadedFile("名单.txt", "甲、乙、丙".encode())
    bad = SimpleUploadedFile("名单.pdf", b"<html><script>alert(1)</script>")
    page = lin.post(page_of(draft), unopened(draft) | {"attachment-new": [good, bad]})
    assert "内容与后缀 .pdf 不符" in page.content.decode()
    assert [one.title for one in draft.attachments.all()] == ["名单"]


def test_a_deadline_without_a_time_is_the_end_of_its_day(lin: Client, draft: Edition) -> None:
    lin.post(page_of(draft), unopened(draft) | {"head-closes_on": "2026-12-31"})
    closes = again(draft).closes_at
    assert closes is not None
    assert closes.isoformat() == "2026-12-31T16:00:00+00:00"
    assert 'value="2026-12-31"' in text(lin, draft)


@pytest.mark.parametrize("who", ["chu", "zhi"])
def test_who_may_only_read_finds_nothing_to_write_in(
    draft: Edition, people: People, who: str
) -> None:
    page = text(signed_in(who), draft)
    assert "办好网站" in page
    assert page.count("<textarea") == page.count('<textarea form="comment-form"')


@pytest.mark.parametrize("path", ["abc", "0", "999999999999999999999", "-1"])
def test_a_forged_number_finds_nothing(lin: Client, path: str) -> None:
    assert lin.get(f"/admin/bulletins/edition/{path}/change/").status_code == 404


def test_an_editor_elsewhere_finds_what_does_not_exist(draft: Edition, office: Office) -> None:
    office.hire("far", Role.EDITOR, column=office.notices)
    far = signed_in("far")
    answer, nothing = far.get(page_of(draft)), far.get("/admin/bulletins/edition/987654/change/")
    assert answer.status_code == nothing.status_code == 404
    assert answer.content == nothing.content


def test_a_source_that_nobody_approved_of_is_doubted_before_submission_and_in_review(
    draft: Edition, people: People
) -> None:
    doubt = "不是稿源库中已核准的"
    assert doubt not in at_desk(people.lin).get(page_of(draft)).content.decode()
    Source.objects.create(name="别的来源")
    assert doubt in at_desk(people.lin).get(page_of(draft)).content.decode()
    submitted(draft, people)
    review = (
        at_desk(people.chu)
        .get(reverse("admin:bulletins_edition_review", args=[draft.pk]))
        .content.decode()
    )
    assert doubt in review
    Source.objects.create(name=draft.source)
    assert (
        doubt
        not in at_desk(people.chu)
        .get(reverse("admin:bulletins_edition_review", args=[draft.pk]))
        .content.decode()
    )
    Source.objects.filter(name=draft.source).update(approved=False)
    assert (
        doubt
        in at_desk(people.chu)
        .get(reverse("admin:bulletins_edition_review", args=[draft.pk]))
        .content.decode()
    )
