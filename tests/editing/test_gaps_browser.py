"""What is missing is listed before submission, each with a link to the place where it is filled in;
a title already used is pointed out while it is typed."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.document.tree import Document, DocumentAttachment, DocumentPart
from bulletins.drafting import save_head, start_article
from bulletins.drafting.head import head_of
from bulletins.models import Edition
from tests.browsing import signed_in_tab
from tests.editing.forms import page_of, signed_in, unopened
from tests.office import NOTICE, Office, People, again

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
FOCUSED = "document.activeElement.closest('[id], [data-box]').id || document.activeElement.name"


@pytest.fixture
def bare(office: Office, people: People, places: None) -> Edition:
    """A draft that lacks nearly everything."""
    named = (DocumentAttachment("名单", ""),)
    document = Document(parts=(DocumentPart("120000", "天 津"),), attachments=named)
    return start_article(document, column=office.news, by=people.lin)


def follow(page: "Page", sentence: str) -> None:
    page.locator(".gaps a").filter(has_text=sentence).click()


def test_each_gap_leads_to_its_field_and_the_caret_stands_there(
    bare: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(bare))
        follow(page, "没有标题")
        assert page.locator("#id_head-title").evaluate("one => one === document.activeElement")
        follow(page, "附件“名单”没有文件")
        file = page.locator("input[type=file][name$='-file']")
        assert file.evaluate("one => one === document.activeElement")
        follow(page, "“天 津”之下没有内容")
        page.locator("[data-part] .cke_editable:focus").wait_for()
        follow(page, "没有标题")
        assert page.locator("#id_head-title").evaluate("one => one === document.activeElement")


def test_a_folded_field_is_unfolded(
    bare: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    head = replace(head_of(bare), change_kind="major")
    save_head(bare, head, seen=1, by=people.lin)
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(bare))
        assert not page.locator("#id_head-change_note").is_visible()
        follow(page, "没有修改说明")
        assert page.locator("#id_head-change_note").evaluate(
            "one => one === document.activeElement"
        )


def test_where_there_is_no_text_yet_its_first_part_is_begun(
    office: Office, people: People, places: None, live_server: LiveServer, browser: "Browser"
) -> None:
    empty = start_article(Document(title="题"), column=office.news, by=people.lin)
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(empty))
        follow(page, "没有正文")
        page.locator("[data-new] input[name$='-region']:focus").wait_for()


def test_a_title_already_used_is_pointed_out_while_it_is_typed(
    bare: Edition, office: Office, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    other = start_article(NOTICE, column=office.notices, by=people.lin)
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(bare))
        page.fill("#id_head-title", "《关于系统维护的通知》")
        told = page.get_by_role("status", name="标题查重")
        told.get_by_role("link", name=NOTICE.title).wait_for()
        assert told.inner_text() == f"已有同名稿件：{NOTICE.title}（草稿）"
        assert (told.get_by_role("link").get_attribute("href") or "") == page_of(other)
        page.fill("#id_head-title", "另一个题目")
        told.get_by_role("link").wait_for(state="detached")


def test_it_is_a_warning_at_submission_and_no_refusal(office: Office, people: People) -> None:
    start_article(NOTICE, column=office.notices, by=people.lin)
    second = start_article(NOTICE, column=office.notices, by=people.lin)
    client = signed_in("lin")
    assert "送审前请核对标题" in client.get(page_of(second)).content.decode()
    client.post(page_of(second), unopened(second) | {"then": "submit"})
    assert again(second).state == "in_review"
    assert (
        "送审时请留意标题：已有同名稿件“关于系统维护的通知”"
        in client.get("/admin/").content.decode()
    )


def test_a_refused_submission_lists_what_is_missing_with_its_links(bare: Edition) -> None:
    page = signed_in("lin").get(f"/admin/bulletins/edition/{bare.pk}/do/submit/").content.decode()
    assert f'href="{page_of(bare)}#id_head-title"' in page
    assert f'href="{page_of(bare)}#{bare.parts.get().key}"' in page
