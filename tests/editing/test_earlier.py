"""旧稿: nothing that stood in a draft is lost, and what stood there can be put back."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from bulletins import workflow
from bulletins.document.tree import DocumentPart
from bulletins.drafting import Conflict, add_part, remove_part, save_head, save_part
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import EarlierText, Edition, EditionAuthor, Part, Role, State
from tests.editing.doors import at_desk, page_of
from tests.office import Office, People, again, saying, submitted

BEFORE = "<p>一年来，各单位扎实推进。</p>"


def rewrite(edition: Edition, people: People, intro: str) -> Part:
    """天津's part says something else now."""
    part = edition.parts.all()[0]
    save_part(part, saying(part_of(part), intro), seen=part.revision, by=people.lin)
    return edition.parts.all()[0]


def shown(client: Client, edition: Edition) -> str:
    page = client.get(page_of("earlier", edition)).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def put_back(client: Client, edition: Edition, text: EarlierText, **more: object) -> str:
    """Press the button that the page has for it now."""
    page = client.get(page_of("earlier", edition)).content.decode()
    found = re.search(
        rf'name="text" value="{text.pk}">\s*<input[^>]*name="seen" value="(\d+)"', page
    )
    assert found, "no button"
    sent = {"text": text.pk, "seen": found[1], **more}
    return client.post(page_of("earlier", edition), sent, follow=True).content.decode()


def test_what_stood_there_is_listed_with_its_difference(draft: Edition, people: People) -> None:
    rewrite(draft, people, "一年来，各单位全面推进。")
    said = shown(at_desk(people.lin), draft)
    assert "天 津 lin 于" in said
    assert "各单位删扎实增全面推进" in said


def test_it_is_put_back_and_what_stood_now_is_kept_in_turn(draft: Edition, people: People) -> None:
    rewrite(draft, people, "改过的导语")
    text = EarlierText.objects.get()
    assert "已恢复“天 津”" in put_back(at_desk(people.lin), draft, text)
    assert draft.parts.all()[0].intro == BEFORE
    assert "改过的导语" in EarlierText.objects.order_by("-pk")[0].html
    assert "与现在的内容相同" in shown(at_desk(people.lin), draft)


def test_the_fields_around_the_parts_are_put_back(draft: Edition, people: People) -> None:
    head = head_of(draft)
    changed = replace(head, document=replace(head.document, title="新题", tags=("别的",)))
    save_head(draft, changed, seen=draft.revision, by=people.lin)
    text = EarlierText.objects.get()
    said = shown(at_desk(people.lin), draft)
    assert "稿件信息、前言和落款" in said
    assert "标题" in said
    put_back(at_desk(people.lin), draft, text)
    document = head_of(again(draft)).document
    assert (document.title, document.tags, document.source) == (
        "多地推进网络工作",
        ("网络",),
        "海河发布",
    )


def test_a_part_that_was_taken_out_comes_back_at_the_end(draft: Edition, people: People) -> None:
    part = draft.parts.all()[0]
    remove_part(part, seen=part.revision, by=people.lin)
    lin = at_desk(people.lin)
    assert "整部分删去" in shown(lin, draft)
    assert "办好网站" in shown(lin, draft)
    put_back(lin, draft, EarlierText.objects.get())
    assert [one.heading for one in draft.parts.all()] == ["贵 州", "天 津"]
    assert draft.parts.all()[1].sections.count() == 2


def test_two_who_bring_a_part_back_have_it_once(draft: Edition, people: People) -> None:
    part = draft.parts.all()[0]
    remove_part(part, seen=part.revision, by=people.lin)
    text, seen = EarlierText.objects.get(), again(draft).changes
    lin = at_desk(people.lin)
    sent = {"text": text.pk, "seen": seen}
    lin.post(page_of("earlier", draft), sent)
    second = lin.post(page_of("earlier", draft), sent, follow=True)
    assert "与现在的内容相同" in second.content.decode()
    assert draft.parts.count() == 2


def test_an_empty_part_that_was_taken_out_is_no_failure(draft: Edition, people: People) -> None:
    part = add_part(draft, DocumentPart(), by=people.lin)
    remove_part(part, seen=part.revision, by=people.lin)
    lin = at_desk(people.lin)
    put_back(lin, draft, EarlierText.objects.get())
    assert draft.parts.count() == 3


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(
    draft: Edition, people: People
) -> None:
    seen = rewrite(draft, people, "改过的导语").revision
    text = EarlierText.objects.get()
    rewrite(draft, people, "同事刚改的")
    sent = {"text": text.pk, "seen": seen}
    answer = at_desk(people.lin).post(page_of("earlier", draft), sent, follow=True)
    assert "已被别人改过：下面是与最新内容的差别" in answer.content.decode()
    assert "同事刚改的" in draft.parts.all()[0].intro


def test_who_reviews_is_told_first_what_it_costs_her(
    draft: Edition, office: Office, people: People
) -> None:
    rewrite(draft, people, "改过的导语")
    both = office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    client, text = at_desk(both), EarlierText.objects.get()
    assert "您一改动即成为作者" in shown(client, draft)
    assert "您一改动即成为作者" in put_back(client, draft, text)
    assert draft.parts.all()[0].intro != BEFORE
    put_back(client, draft, text, aware="1")
    assert draft.parts.all()[0].intro == BEFORE
    assert EditionAuthor.objects.filter(edition=draft, user=both).exists()


def test_what_was_submitted_is_only_read(draft: Edition, people: People) -> None:
    part = rewrite(draft, people, "改过的导语")
    submitted(again(draft), people)
    lin = at_desk(people.lin)
    assert "恢复这一份" not in shown(lin, draft)
    sent = {"text": EarlierText.objects.get().pk, "seen": part.revision}
    answer = lin.post(page_of("earlier", draft), sent, follow=True)
    assert "不能修改" in answer.content.decode()
    assert again(draft).state == State.IN_REVIEW


def test_a_reviewer_reads_and_restores_nothing(draft: Edition, people: People) -> None:
    part = rewrite(draft, people, "改过的导语")
    chu = at_desk(people.chu)
    assert "恢复这一份" not in shown(chu, draft)
    sent = {"text": EarlierText.objects.get().pk, "seen": part.revision}
    assert "权限" in chu.post(page_of("earlier", draft), sent, follow=True).content.decode()
    assert "改过的导语" in draft.parts.all()[0].intro


def test_a_text_of_another_draft_is_not_found(
    draft: Edition, office: Office, people: People
) -> None:
    rewrite(draft, people, "改过的导语")
    stranger = at_desk(office.hire("stranger", Role.EDITOR, column=office.notices))
    assert stranger.get(page_of("earlier", draft)).status_code == 404
    workflow.discard(again(draft), by=people.lin)
    sent = {"text": EarlierText.objects.get().pk + 1, "seen": 1}
    assert at_desk(people.lin).post(page_of("earlier", draft), sent).status_code == 404
    assert at_desk(people.lin).post(page_of("earlier", draft), {"text": "x"}).status_code == 404


def test_many_texts_turn_pages(draft: Edition, people: People) -> None:
    for number in range(17):
        rewrite(draft, people, f"第 {number} 次改")
    lin = at_desk(people.lin)
    assert "第 1 页，共 2 页" in shown(lin, draft)
    second = lin.get(page_of("earlier", draft), {"page": "2"}).content.decode()
    assert second.count("改动前的文字") == 3  # two of them, and the sentence above
    assert lin.get(page_of("earlier", draft), {"page": "nonsense"}).status_code == 200


def test_a_part_that_comes_back_is_called_as_before(draft: Edition, people: People) -> None:
    """Its address on the page, and the earlier texts of it, are its own again."""
    part = draft.parts.all()[0]
    remove_part(part, seen=part.revision, by=people.lin)
    put_back(at_desk(people.lin), draft, EarlierText.objects.get())
    assert draft.parts.get(key=part.key).heading == "天 津"


def test_a_page_from_before_it_was_taken_out_overwrites_nothing(
    draft: Edition, people: People
) -> None:
    part = rewrite(draft, people, "改过的导语")
    remove_part(part, seen=part.revision, by=people.lin)
    put_back(at_desk(people.lin), draft, EarlierText.objects.order_by("-pk")[0])
    back = draft.parts.get(key=part.key)
    for seen in (1, 2):
        with pytest.raises(Conflict):
            save_part(back, saying(part_of(back), "旧页面上写的"), seen=seen, by=people.lin)


def test_a_key_that_another_part_took_meanwhile_stays_there(draft: Edition, people: People) -> None:
    first, second = draft.parts.all()
    remove_part(first, seen=first.revision, by=people.lin)
    text = EarlierText.objects.get()
    Part.objects.filter(pk=second.pk).update(key=first.key)
    add_part(draft, replace(part_of(second), key=text.key), by=people.lin)
    assert draft.parts.filter(key=first.key).count() == 1


def test_a_contributor_finds_what_was_said_in_her_part_and_nothing_else(
    draft: Edition, office: Office, people: People
) -> None:
    tianjin, guizhou = draft.parts.all()
    rewrite(draft, people, "改过的导语")
    save_part(guizhou, saying(part_of(guizhou), "贵州新导语"), seen=1, by=people.lin)
    he = at_desk(office.hire("he", Role.CONTRIBUTOR, region="120000"))
    assert page_of("earlier", draft) in he.get(page_of("change", draft)).content.decode()
    said = shown(he, draft)
    assert "天 津 lin 于" in said
    assert "贵" not in said
    theirs = EarlierText.objects.exclude(key=tianjin.key).get()
    sent = {"text": theirs.pk, "seen": 2}
    assert he.post(page_of("earlier", draft), sent).status_code == 404
    put_back(he, draft, EarlierText.objects.get(key=tianjin.key))
    assert draft.parts.all()[0].intro == BEFORE


def test_what_her_part_said_while_it_was_another_regions_stays_hidden(
    draft: Edition, office: Office, people: People
) -> None:
    guizhou = draft.parts.all()[1]
    wanted = replace(part_of(guizhou), region="120000", heading="天 津（二）")
    save_part(guizhou, wanted, seen=1, by=people.lin)
    he = at_desk(office.hire("he", Role.CONTRIBUTOR, region="120000"))
    assert "组织培训" not in shown(he, draft)


def test_a_contributor_puts_back_her_text_under_the_heading_that_stands(
    draft: Edition, office: Office, people: People
) -> None:
    part = rewrite(draft, people, "改过的导语")
    headed = replace(part_of(part), heading="天 津 市")
    save_part(part, headed, seen=part.revision, by=people.lin)
    he = at_desk(office.hire("he", Role.CONTRIBUTOR, region="120000"))
    put_back(he, draft, EarlierText.objects.order_by("pk")[0])
    stands = draft.parts.all()[0]
    assert (stands.intro, stands.heading) == (BEFORE, "天 津 市")
