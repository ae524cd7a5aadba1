"""预览 shows what she has on her page, saved or not: to her alone, and nothing is stored by looking."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bulletins.document.html.part_form import write_part_html
from bulletins.document.tree import DocumentAttachment, DocumentPart
from bulletins.drafting import add_part, document_of, save_head, save_part, working
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Edition, Part, Role
from bulletins.previews import make_link
from tests.editing.doors import at_desk, page_of
from tests.editing.forms import opened, unopened
from tests.office import GUIZHOU, Office, People, again, saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def tianjin(draft: Edition) -> Part:
    return draft.parts.get(region="120000")


def typed(part: Part, said: DocumentPart, people: People, seen: int = 1) -> dict[str, Any]:
    """Autosaved by lin and not saved; what her form would send."""
    fields = {"text": write_part_html(said), "heading": said.heading, "region": "天津市"}
    working.keep(part.edition, part.key, fields, seen=seen, by=people.lin)
    return opened(part, said, "天津市")


def typed_head(edition: Edition, people: People, **fields: str) -> dict[str, Any]:
    form = {name: str(value) for name, value in unopened(edition).items()}
    box = {name.removeprefix("head-"): form[name] for name in form if name.startswith("head-")}
    working.keep(edition, "head", box | fields, seen=edition.revision, by=people.lin)
    return {f"head-{name}": value for name, value in fields.items()}


def frame(client: Client, edition: Edition, asked: str = "all") -> str:
    answer = client.get(page_of("preview_frame", edition), {"unsaved": asked} if asked else {})
    assert answer.status_code == 200
    return answer.content.decode()


def page_part(html: str) -> str:
    """The page without its band, without the minute, and without the keys of what is new."""
    below = re.sub(r'(?s)<div class="preview-band.*?</div>', "", html)
    for key in re.findall(r'id="([a-z][0-9a-z]{5})"', below)[-2:]:
        below = below.replace(key, "key")
    return re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?", "", below)


def save_beside(edition: Edition, part: Part, office: Office) -> None:
    """A colleague's second section and subtitle."""
    wang = office.hire("wang", Role.EDITOR)
    base = part_of(part)
    second = replace(base.sections[1], body="<p>王写的</p>")
    save_part(part, replace(base, sections=(base.sections[0], second)), seen=1, by=wang)
    head = head_of(again(edition))
    hers = replace(head, document=replace(head.document, subtitle="王的副标题"))
    save_head(edition, hers, seen=1, by=wang)


def band(html: str) -> str:
    found = re.search(r'(?s)<div class="preview-band.*?</div>', html)
    return found[0] if found else ""


def test_it_is_hers_alone_and_says_so(
    draft: Edition, tianjin: Part, office: Office, people: People
) -> None:
    wang = office.hire("wang", Role.EDITOR)
    typed(tianjin, saying(part_of(tianjin), "正在写"), people)
    hers = frame(at_desk(people.lin), draft)
    assert "正在写" in hers
    assert "含未保存的改动" in band(hers)
    saved = frame(at_desk(people.lin), draft, "")
    assert "正在写" not in saved
    assert "您没有保存的改动" in band(saved)
    for other in (wang, people.zhong):
        said = frame(at_desk(other), draft)
        assert "正在写" not in said
        assert "含未保存的改动" not in said


@pytest.mark.parametrize("beside", [False, True])
def test_what_is_previewed_is_what_saving_makes(
    draft: Edition, tianjin: Part, office: Office, people: People, beside: bool
) -> None:
    """Fields, a part and a new one; alone, and laid over what a colleague saved meanwhile."""
    lin, form = at_desk(people.lin), unopened(draft)
    column = office.news if beside else office.local
    said = {"title": "新 标题", "tags": "网络、新词", "source": "甲报", "column": str(column.pk)}
    form |= typed_head(draft, people, **said)
    form |= typed(tianjin, saying(part_of(tianjin), "我写的"), people)
    new = {"text": "<p>一段</p><h3>一节</h3><p>正文</p>", "heading": "湖 南", "region": "湖南省"}
    working.keep(draft, "new-0", new, seen=0, by=people.lin)
    form |= {f"new-0-{name}": value for name, value in new.items()}
    if beside:
        save_beside(draft, tianjin, office)
    before = frame(lin, draft)
    assert "别人也改了" not in band(before)
    assert "已保存" in lin.post(page_of("change", draft), form, follow=True).content.decode()
    after = frame(lin, draft, "")
    theirs = ("王写的", "王的副标题") if beside else ("地方动态",)
    for words in ("我写的", "新 标题", "新词", "一节", "湖 南", *theirs):
        assert words in after, words
    assert page_part(before) == page_part(after)


def test_looking_stores_nothing(draft: Edition, tianjin: Part, people: People) -> None:
    typed(tianjin, saying(part_of(tianjin), "正在写"), people)
    typed_head(draft, people, title="新标题")
    lin = at_desk(people.lin)
    before = (again(draft).changes, document_of(again(draft)))
    with CaptureQueriesContext(connection) as asked:
        assert "新标题" in frame(lin, draft)
    written = [one["sql"] for one in asked if re.match("INSERT|UPDATE|DELETE", one["sql"])]
    assert [sql for sql in written if "django_session" not in sql] == []
    assert (again(draft).changes, document_of(again(draft))) == before
    assert draft.working_copies.count() == 2


def test_where_others_changed_the_same_hers_is_shown_and_it_is_said(
    draft: Edition, tianjin: Part, office: Office, people: People
) -> None:
    typed(tianjin, saying(part_of(tianjin), "我写的"), people)
    typed_head(draft, people, title="我的标题")
    wang = office.hire("wang", Role.EDITOR)
    save_part(tianjin, saying(part_of(tianjin), "王写的"), seen=1, by=wang)
    said = frame(at_desk(people.lin), draft, tianjin.key)
    assert "我写的" in said
    assert "王写的" not in said
    assert "别人也改了" in band(said)
    head = head_of(draft)
    hers = replace(head, document=replace(head.document, title="王的标题"))
    save_head(draft, hers, seen=1, by=wang)
    said = frame(at_desk(people.lin), draft, "head")
    assert "<h1>我的标题</h1>" in said
    assert "别人也改了" in band(said)


def test_a_part_that_she_is_about_to_take_out_is_not_there(
    draft: Edition, tianjin: Part, people: People
) -> None:
    working.keep(draft, tianjin.key, {"remove": "1"}, seen=1, by=people.lin)
    said = frame(at_desk(people.lin), draft)
    assert "办好网站" not in said
    assert "组织培训" in said
    assert "含未保存的改动" in band(said)


def test_her_attachments_are_called_and_ordered_as_on_her_page(
    draft: Edition, people: People
) -> None:
    head, titles = head_of(draft), ("甲件", "乙件", "丙件")
    files = tuple(DocumentAttachment(one, f"https://www.example.cn/{one}.pdf") for one in titles)
    wanted = replace(head, document=replace(head.document, attachments=files))
    save_head(draft, wanted, seen=1, by=people.lin)
    one, two, three = (file.key for file in again(draft).attachments.all())
    typed_head(
        again(draft),
        people,
        **{
            f"attachment-{one}-remove": "1",
            f"attachment-{two}-title": "报名表",
            "attachment-order": f"{three} {two} {one}",
        },
    )
    said = frame(at_desk(people.lin), draft)
    assert said.index("丙件") < said.index("报名表")
    assert "甲件" not in said
    assert "乙件</a>" not in said
    assert "https://www.example.cn/" in said


def test_her_order_of_the_parts_is_shown(draft: Edition, people: People) -> None:
    keys = [part.key for part in draft.parts.all()]
    turned = {"order": " ".join(["zzzzzz", *reversed(keys)]), "before": " ".join(keys)}
    working.keep(draft, "order", turned, seen=0, by=people.lin)
    said = frame(at_desk(people.lin), draft, "order")
    assert said.index("组织培训") < said.index("办好网站")
    assert "含未保存的改动" in band(said)


def test_only_the_boxes_on_her_page_count(draft: Edition, tianjin: Part, people: People) -> None:
    """What was offered to her when she came back, and neither taken nor left, is not on it."""
    typed(tianjin, saying(part_of(tianjin), "上次写的"), people)
    typed_head(draft, people, title="新标题")
    said = frame(at_desk(people.lin), draft, "head")
    assert "新标题" in said
    assert "上次写的" not in said


@pytest.mark.parametrize("asked", ["zzzzzz", "new-7", "HEAD", "head'--", "\0", "x" * 9000])
def test_what_is_no_box_shows_what_is_saved(draft: Edition, people: People, asked: str) -> None:
    said = frame(at_desk(people.lin), draft, asked)
    assert "已保存的文字" in band(said)


def test_a_field_that_is_filled_in_wrongly_is_shown_as_saved(
    draft: Edition, people: People
) -> None:
    wrong = {"source_address": "javascript:alert(1)", "closes_time": "09:00", "column": "999"}
    typed_head(draft, people, title="新标题", **wrong)
    said = frame(at_desk(people.lin), draft)
    assert "<h1>新标题</h1>" in said
    assert "javascript:" not in said
    assert "填写有误" in band(said)
    typed_head(draft, people, title="新标题", closes_on="9999-12-31")
    assert "填写有误" in band(frame(at_desk(people.lin), draft))


def test_a_copy_that_says_what_is_saved_is_nothing_unsaved(
    draft: Edition, tianjin: Part, people: People
) -> None:
    typed(tianjin, part_of(tianjin), people)
    said = frame(at_desk(people.lin), draft)
    assert "含未保存的改动" not in said
    assert "没有暂存着与它不同的改动" in band(said)


def test_a_link_for_others_shows_what_is_saved_and_its_maker_is_told(
    draft: Edition, tianjin: Part, people: People
) -> None:
    lin = at_desk(people.lin)
    assert "没有保存的改动" not in lin.get(page_of("preview", draft)).content.decode()
    typed(tianjin, saying(part_of(tianjin), "正在写"), people)
    assert "链接只给看已保存的文字" in lin.get(page_of("preview", draft)).content.decode()
    fresh = make_link(draft, by=people.lin)
    shown = Client().post(f"/preview/{fresh.token}/").content.decode()
    assert "办好网站" in shown
    assert "正在写" not in shown
    assert "未保存" not in shown


def test_the_choice_stays_from_one_width_to_the_other(
    draft: Edition, tianjin: Part, people: People
) -> None:
    typed(tianjin, saying(part_of(tianjin), "正在写"), people)
    asked = {"unsaved": f"{tianjin.key}.<b>", "partly": "1", "at": "desktop"}
    said = at_desk(people.lin).get(page_of("preview", draft), asked).content.decode()
    assert f'href="?at=phone&amp;unsaved={tianjin.key}&amp;partly=1"' in said
    assert f'/preview/page/?unsaved={tianjin.key}&amp;partly=1"' in said
    inside = at_desk(people.lin).get(page_of("preview_frame", draft), asked).content.decode()
    assert "没能暂存" in band(inside)


def test_many_boxes_ask_no_more_of_the_database(draft: Edition, people: People) -> None:
    for number in range(6):
        add_part(
            draft, replace(GUIZHOU, heading=f"贵 州{number}", region=None, key=""), by=people.lin
        )
    lin = at_desk(people.lin)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert "含未保存的改动" in frame(lin, draft)
        return len(queries)

    counts = []
    for part in draft.parts.filter(region=None):
        save_part(part, saying(part_of(part), "先存"), seen=part.revision, by=people.lin)
        fields = {"text": write_part_html(saying(part_of(part), "再写"))}
        working.keep(draft, part.key, fields, seen=part.revision, by=people.lin)
        counts.append(asked())
    assert len(set(counts)) == 1
    assert counts[0] <= 40
