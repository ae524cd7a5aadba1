"""A paste into an open text from Word, WPS, WeChat or a page: what counts stays, the rubbish goes."""

import json
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from bulletins.document.html.part_form import read_part_html
from bulletins.document.tree import DocumentPart
from bulletins.drafting import document_of
from bulletins.models import Edition, Role, StoredFile
from tests.browsing import open_first, save, signed_in_tab
from tests.editing.forms import page_of, signed_in
from tests.editing.test_richtext import picture
from tests.office import Office, People, again

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WORD = (
    "<html xmlns:o='urn:o'><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->"
    "<p class=MsoListParagraph style='mso-list:l0'><![if !supportLists]><span>三、</span><![endif]>"
    "加强保障<o:p></o:p></p>"
    "<p class=MsoNormal><b>落实</b>经费，<a href='https://example.cn/a'>见通知</a>。<o:p></o:p></p>"
    "<p class=MsoNormal>（一）人员。配齐人员。</p>"
    "<table class=MsoTableGrid><tr><td>项目</td><td>数量</td></tr><tr><td>站点</td><td>12</td></tr>"
    "</table><!--EndFragment--></body></html>"
)
WECHAT = (
    "<section style='color:#f00'><section><h2 style='font-size:18px'>一、开展宣传</h2></section>"
    "<section><p style='text-indent:2em'><span style='color:red'>办好栏目。</span></p>"
    "<ul><li>网站</li><li>公众号</li></ul></section></section>"
)


def read(html: str, name: str = "lin") -> dict[str, object]:
    answer = signed_in(name).post(reverse("admin:bulletins_edition_paste"), {"html": html})
    said: dict[str, object] = json.loads(answer.content)
    return said


def part_of(html: str) -> DocumentPart:
    return read_part_html(str(read(html)["html"]), DocumentPart())


def test_word_brings_headings_tables_and_links(people: People) -> None:
    part = part_of(WORD)
    first, second = part.sections
    assert (first.level, first.heading, first.value) == (1, "加强保障", 3)
    assert first.body == (
        '<p><strong>落实</strong>经费，<a href="https://example.cn/a">见通知</a>。</p>'
    )
    assert (second.level, second.heading) == (2, "人员")
    assert "<td>站点</td><td>12</td>" in second.body
    assert "mso" not in str(read(WORD)).lower()


def test_wechat_brings_headings_and_lists_without_colours(people: People) -> None:
    (section,) = part_of(WECHAT).sections
    assert (section.level, section.heading) == (1, "开展宣传")
    assert section.body == "<p>办好栏目。</p><ul><li>网站</li><li>公众号</li></ul>"


def test_pictures_that_carry_their_bytes_are_stored_and_others_leave_a_place(
    people: People,
) -> None:
    data = b64encode(picture()).decode()
    html = (
        f"<p>前</p><p><img src='data:image/png;base64,{data}' alt='图'></p>"
        "<p><img src='https://example.cn/x.png' alt='远处'></p><p>后</p>"
    )
    said = str(read(html)["html"])
    assert reverse("admin:bulletins_edition_file", args=[StoredFile.objects.get().pk]) in said
    assert 'src="https://example.cn' not in said
    assert "【图片未取用：远处，https://example.cn/x.png】" in said


def test_she_is_told_how_many_pictures_did_not_come_along(people: People) -> None:
    said = read("<p>前</p><p><img src='file:///D:/我的图片/a.png'></p><p>后</p>")
    assert "【图片未取用：请存下来再插入】" in str(said["html"])
    assert "file:" not in str(said["html"])
    assert said["told"] == [
        "有 1 张图片没有随粘贴带来，原处写着“图片未取用”：请把图片存下来，再在那里插入"
    ]


@pytest.mark.parametrize("html", ["", "<p></p>", "\0", "<script>alert(1)</script>" * 3])
def test_what_cannot_be_read_is_left_to_the_editor(people: People, html: str) -> None:
    assert read(html)["html"] == ""


def test_nothing_that_runs_comes_through(people: People) -> None:
    hostile = (
        "<h2 onclick='x()'>一、标题</h2><p><a href='javascript:x()'>点</a><img src=x onerror=x()></p>"
        "<p>正文<iframe src='//e'></iframe><style>*{}</style></p>"
    )
    said = str(read(hostile)["html"])
    assert "标题" in said
    assert not any(word in said for word in ("onclick", "javascript", "onerror", "iframe", "style"))


def test_who_writes_nowhere_is_told_nothing(people: People, office: Office) -> None:
    office.hire("shen", Role.AUDITOR)
    answer = signed_in("shen").post(reverse("admin:bulletins_edition_paste"), {"html": WORD})
    assert (answer.status_code, json.loads(answer.content)["html"]) == (404, "")


PASTE = """(place, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "x");
  place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def paste(page: "Page", html: str) -> None:
    page.locator(".cke_editable").evaluate(PASTE, html)


PLAIN = PASTE.replace("text/html", "text/plain", 1).replace(
    '  data.setData("text/plain", "x");\n', ""
)


@pytest.mark.django_db(transaction=True)
def test_lines_of_plain_text_do_not_become_part_of_the_heading(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.locator(".cke_editable h3").last.click()
        page.keyboard.press("End")
        page.locator(".cke_editable").evaluate(PLAIN, "先说一句。\n三、加强保障\n落实经费。")
        page.locator("#outline a").filter(has_text="三、加强保障").wait_for()
        save(page)
    sections = document_of(again(draft)).parts[0].sections
    assert [one.heading for one in sections] == ["加强宣传", "加强管理", "加强保障"]
    assert sections[1].body == "<p>先说一句。</p>"
    assert sections[2].body == "<p>落实经费。</p><p>定期巡查。</p>"


@pytest.mark.django_db(transaction=True)
def test_pasted_into_the_editor_it_is_sections_of_the_part(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.locator(".cke_editable p").last.click()
        page.keyboard.press("End")
        page.keyboard.press("Enter")
        paste(page, WORD)
        page.locator("#outline a").filter(has_text="三、加强保障").wait_for()
        save(page)
    sections = document_of(again(draft)).parts[0].sections
    assert [one.heading for one in sections] == ["加强宣传", "加强管理", "加强保障", "人员"]
    assert [one.value for one in sections] == [None] * 4  # 三、 is what the count says here, too
    assert "<td>站点</td>" in sections[3].body


@pytest.mark.django_db(transaction=True)
def test_while_the_server_is_away_the_editor_does_it_alone(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin", inspected=True) as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.locator(".cke_editable p").last.click()
        page.keyboard.press("End")
        page.route("**/paste/", lambda route: route.fulfill(status=200, body="{}"))
        paste(page, "<p style='color:red'>甲<script>1</script></p><p>乙</p>")
        page.locator(".cke_editable p").filter(has_text="乙").wait_for()
        assert "color" not in page.locator(".cke_editable").inner_html()
