"""Comments beside the text: on the review page and where the text is written."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bulletins.commenting import comment
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import start_article
from bulletins.models import Comment, Edition
from tests.editing.doors import at_desk, page_of
from tests.office import Office, People, released, submitted

pytestmark = pytest.mark.django_db


def shown(client: Client, name: str, edition: Edition) -> str:
    return client.get(page_of(name, edition)).content.decode()


def send(client: Client, edition: Edition, **sent: str) -> str:
    return client.post(page_of("comments", edition), sent, follow=True).content.decode()


def test_it_stands_beside_its_section_on_the_review_page(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    key = edition.sections.get(heading="加强宣传").key
    said = send(at_desk(people.chu), edition, add=key, back="review", **{f"text-{key}": "太短"})
    assert "批注已记下" in said
    assert re.search(r"(?s)办好网站.*?太短.*?加强管理", said)
    assert "还有 1 条批注没有解决" in said


def test_the_text_under_the_digest_is_the_same_with_and_without_them(
    draft: Edition, people: People
) -> None:
    """Without the boxes beside it, the proof reads as it did."""
    edition, chu = submitted(draft, people), at_desk(people.chu)
    comment(edition, edition.sections.all()[0].key, "太短", by=people.chu)
    proof = shown(chu, "review", edition).split('class="printed text">')[1].split("</article>")[0]
    bare = re.sub(r"(?s)\s*<aside.*?</aside>\s*", "\n", proof)
    assert "太短" not in bare
    assert "办好网站" in bare
    assert re.sub(r"\s", "", edition.proofs.get().html.split("</article>")[0]).count("<p") == (
        bare.count("<p")
    )


def test_where_she_writes_it_is_at_its_part_and_resolved_at_a_press(
    draft: Edition, people: People
) -> None:
    key = draft.sections.get(heading="提升能力").key
    comment(draft, key, "太短", by=people.chu)
    lin = at_desk(people.lin)
    page = shown(lin, "change", draft)
    part = page.split(f'data-part="{draft.parts.all()[1].key}"')[1]
    assert "太短" in part
    assert "一、提升能力" in part.split("太短")[0]
    said = send(lin, draft, resolve=str(Comment.objects.get().pk), back="change")
    assert "已解决（lin）" in said
    assert ">重开</button>" not in said


def test_a_section_that_nobody_commented_on_has_its_own_place_for_it(
    draft: Edition, people: People
) -> None:
    first, second = draft.sections.filter(part=draft.parts.all()[0])
    lin = at_desk(people.lin)
    page = shown(lin, "change", draft)
    at = [page.index(f'name="text-{one.key}"') for one in (first, second)]
    assert page.index("批注这一部分") > at[1]
    assert page.index("办好网站") < at[0] < page.index("加强管理</h4>") < at[1]
    said = send(lin, draft, add=first.key, back="change", **{f"text-{first.key}": "请核实"})
    assert said.count(f'name="text-{first.key}"') == 1
    assert Comment.objects.get().key == first.key


def test_its_script_gets_the_place_alone(draft: Edition, people: People) -> None:
    sent = {"add": "whole", "text-whole": "<b>请核对</b>", "part": "1"}
    answer = at_desk(people.chu).post(page_of("comments", draft), sent)
    html = answer.content.decode()
    assert html.strip().startswith('<aside class="notes some" id="notes-whole"')
    assert "&lt;b&gt;请核对" in html
    refused = at_desk(people.chu).post(page_of("comments", draft), sent | {"text-whole": " "})
    assert refused.content.decode() == "请写明批注的内容"
    assert refused["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("sent", "status"),
    [({}, 409), ({"resolve": "x"}, 409), ({"resolve": "999"}, 404), ({"reopen": "0"}, 404)],
)
def test_a_press_about_nothing_does_nothing(
    draft: Edition, people: People, sent: dict[str, str], status: int
) -> None:
    answer = at_desk(people.chu).post(page_of("comments", draft), sent)
    assert answer.status_code == status


def test_what_is_public_offers_no_box(draft: Edition, people: People) -> None:
    comment(draft, "", "请核对", by=people.chu)
    page = shown(at_desk(people.lin), "review", released(draft, people))
    assert "请核对" in page
    assert "<textarea form=" not in page
    assert ">解决</button>" not in page


def test_many_sections_ask_no_more_of_the_database(office: Office, people: People) -> None:
    def asked(count: int) -> int:
        sections = tuple(DocumentSection(1, f"第{n}件", "<p>文</p>") for n in range(count))
        edition = start_article(
            Document(title="甲", parts=(DocumentPart(None, "", "", sections),)),
            column=office.news,
            by=people.lin,
        )
        for section in edition.sections.all():
            comment(edition, section.key, "请核对", by=people.chu)
        chu = at_desk(people.chu)
        with CaptureQueriesContext(connection) as queries:
            shown(chu, "review", edition)
        return len(queries)

    assert asked(2) == asked(9)
