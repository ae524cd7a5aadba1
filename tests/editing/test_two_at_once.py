"""Two people save one page: what they changed in different places goes together."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
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
    chosen = {**sent, name: "theirs", f"part-{part.key}-seen": "2"}
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
    assert "别人保存的来源" in page
    assert 'value="王报"' in page
    assert 'value="王的副标题"' in page
    assert document_of(again(draft)).source == "林报"


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
