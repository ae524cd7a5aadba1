"""Two people save one page: what they changed in different places goes together."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from bulletins.document.tree import DocumentPart
from bulletins.drafting import document_of, save_head, save_part
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import EarlierText, Edition, Role
from tests.browsing import open_first, signed_in_tab
from tests.editing.forms import opened, page_of, signed_in, unopened
from tests.office import Office, People, again

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def with_bodies(part: DocumentPart, *bodies: str) -> DocumentPart:
    sections = [
        replace(section, body=f"<p>{body}</p>") if body else section
        for section, body in zip(part.sections, bodies, strict=True)
    ]
    return replace(part, sections=tuple(sections))


def clashes(page: str) -> str:
    """What the page asks."""
    return page[page.index('<fieldset class="clash">') : page.rindex("</fieldset>")]


def bodies(edition: Edition) -> list[str]:
    return [section.body for section in document_of(again(edition)).parts[0].sections]


def test_different_sections_are_both_stored(draft: Edition, office: Office, people: People) -> None:
    office.hire("wang", Role.EDITOR)
    part = draft.parts.get(region="120000")
    said = part_of(part)
    sent = unopened(draft) | opened(part, with_bodies(said, "", "王写的"), "天津市")
    save_part(part, with_bodies(said, "林写的", ""), seen=1, by=people.lin)
    answer = signed_in("wang").post(page_of(draft), sent, follow=True)
    assert "已保存：天 津" in answer.content.decode()
    assert bodies(draft) == ["<p>林写的</p>", "<p>王写的</p>"]


def test_the_same_section_is_shown_twice_with_the_choice(
    draft: Edition, office: Office, people: People
) -> None:
    office.hire("wang", Role.EDITOR)
    part = draft.parts.get(region="120000")
    said = part_of(part)
    sent = unopened(draft) | opened(part, with_bodies(said, "王写的", "王也写"), "天津市")
    save_part(part, with_bodies(said, "林写的", ""), seen=1, by=people.lin)
    wang = signed_in("wang")
    page = wang.post(page_of(draft), sent).content.decode()
    name = f"part-{part.key}-choice-{said.sections[0].key}"
    assert page.count(f'name="{name}"') == 2
    assert "小节“加强宣传”" in page
    assert page.index("<p>王写的</p>") < page.index("<p>林写的</p>")
    assert bodies(draft) == ["<p>林写的</p>", "<p>定期巡查。</p>"]
    assert "checked" not in clashes(page)
    asked = {f"part-{part.key}-asked": said.sections[0].key, f"part-{part.key}-seen": "2"}
    page = wang.post(page_of(draft), sent | asked).content.decode()
    assert "每处请选一份" in page
    assert page.count(f'name="{name}"') == 2
    assert bodies(draft) == ["<p>林写的</p>", "<p>定期巡查。</p>"]
    chosen = {**sent, **asked, name: "theirs"}
    wang.post(page_of(draft), chosen)
    assert bodies(draft) == ["<p>林写的</p>", "<p>王也写</p>"]


def test_different_fields_are_both_stored_and_the_same_one_is_asked_about(
    draft: Edition, office: Office, people: People
) -> None:
    office.hire("wang", Role.EDITOR)
    sent = unopened(draft) | {"head-subtitle": "王的副标题"}
    head = head_of(draft)
    save_head(
        draft, replace(head, document=replace(head.document, source="林报")), seen=1, by=people.lin
    )
    wang = signed_in("wang")
    wang.post(page_of(draft), sent)
    found = document_of(again(draft))
    assert (found.source, found.subtitle) == ("林报", "王的副标题")
    page = wang.post(page_of(draft), sent | {"head-source": "王报"}).content.decode()
    assert page.count('name="head-choice-source"') == 2
    assert "checked" not in clashes(page)
    assert "<p>林报</p>" in clashes(page)
    assert "<p>王报</p>" in clashes(page)
    assert 'value="王报"' in page
    assert 'value="王的副标题"' in page
    assert document_of(again(draft)).source == "林报"
    answered = sent | {"head-source": "王报", "head-asked": "source"}
    answered |= {"head-seen": str(again(draft).revision), "head-column": office.news.pk}
    page = wang.post(page_of(draft), answered).content.decode()
    assert "每处请选一份" in page
    assert document_of(again(draft)).source == "林报"
    wang.post(page_of(draft), answered | {"head-choice-source": "theirs", "head-title": "新题"})
    found = document_of(again(draft))
    assert (found.source, found.title) == ("林报", "新题")
    earlier = wang.get(reverse("admin:bulletins_edition_earlier", args=[draft.pk])).content.decode()
    assert "写的，与同事同时改动，没有选用" in earlier
    assert "王报" in earlier
    seen = {"head-seen": str(again(draft).revision), "head-title": "新题"}
    wang.post(page_of(draft), answered | seen | {"head-choice-source": "mine"})
    assert document_of(again(draft)).source == "王报"


def test_where_nobody_knows_what_both_began_with_one_whole_text_is_chosen(
    draft: Edition, office: Office, people: People
) -> None:
    office.hire("wang", Role.EDITOR)
    part = draft.parts.get(region="120000")
    said = part_of(part)
    sent = unopened(draft) | opened(part, with_bodies(said, "王写的", ""), "天津市")
    save_part(part, with_bodies(said, "林写的", ""), seen=1, by=people.lin)
    wang = signed_in("wang")
    name = f"part-{part.key}"
    sent[f"{name}-seen"] = "77"  # a revision that nobody kept
    asked = {f"{name}-asked": "whole", f"{name}-seen": "2"}
    page = wang.post(page_of(draft), sent).content.decode()
    assert page.count(f'name="{name}-choice-whole"') == 2
    page = wang.post(page_of(draft), sent | asked).content.decode()
    assert page.count(f'name="{name}-choice-whole"') == 2
    assert bodies(draft)[0] == "<p>林写的</p>"
    wang.post(page_of(draft), sent | asked | {f"{name}-choice-whole": "theirs"})
    assert bodies(draft)[0] == "<p>林写的</p>"
    assert any("王写的" in one.html for one in EarlierText.objects.filter(key=part.key))
    wang.post(page_of(draft), sent | asked | {f"{name}-choice-whole": "mine"})
    assert bodies(draft)[0] == "<p>王写的</p>"


@pytest.mark.django_db(transaction=True)
def test_the_choice_is_made_in_the_browser(
    draft: Edition,
    office: Office,
    people: People,
    live_server: LiveServer,
    browser: "Browser",
) -> None:
    office.hire("wang", Role.EDITOR)
    part = draft.parts.get(region="120000")
    with signed_in_tab(browser, live_server, "wang") as page:
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.locator(".cke_editable p").nth(1).click()
        page.keyboard.press("End")
        page.keyboard.type("王在这里写。")
        save_part(part, with_bodies(part_of(part), "林写的", "林也写"), seen=1, by=people.lin)
        page.get_by_role("button", name="保存", exact=True).click()
        clash = page.locator(".clash")
        clash.get_by_text("用别人保存的").click()
        page.get_by_role("button", name="保存", exact=True).click()
        page.locator(".messagelist").filter(has_text="没有改动").wait_for()
    assert bodies(draft) == ["<p>林写的</p>", "<p>林也写</p>"]
    kept = "".join(EarlierText.objects.filter(key=part.key).values_list("html", flat=True))
    assert "王在这里写。" in kept
