"""What does not fit is said in sentences, all at once, before the database has to refuse."""

from dataclasses import replace
from typing import Any

import pytest

from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.drafting import add_part, save_head, save_part, start_article
from bulletins.drafting.content import SAME, part_of
from bulletins.drafting.head import Head, head_of
from bulletins.drafting.limits import MOST_PARTS
from bulletins.models import Edition
from bulletins.permissions import Refused
from tests.office import Office, People

LONG = "字" * 1000
LENGTHS = {field.name: field.max_length for field in Edition._meta.concrete_fields}
LIMITED = {name: LENGTHS[name] for name in SAME if LENGTHS[name]}


@pytest.mark.parametrize(("name", "most"), LIMITED.items())
def test_a_field_may_be_as_long_as_its_column_and_no_longer(
    draft: Edition, people: People, name: str, most: int
) -> None:
    text = "https://example.org/" if "address" in name or "link" in name else ""
    head = head_of(draft)

    def said(length: int) -> Head:
        longer: dict[str, Any] = {name: text + "字" * (length - len(text))}
        return replace(head, document=replace(head.document, **longer))

    with pytest.raises(Refused, match=f"超过 {most} 字：请缩短"):
        save_head(draft, said(most + 1), seen=1, by=people.lin)
    assert save_head(draft, said(most), seen=1, by=people.lin)


def test_everything_that_is_too_long_is_said_at_once(office: Office, people: People) -> None:
    document = Document(title=LONG, source=LONG, tags=(LONG,))
    with pytest.raises(Refused, match=r"标题超过 300 字.*；来源超过 100 字.*；标签.*超过 30 字"):
        start_article(document, column=office.news, by=people.lin)


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (Document(attachments=(DocumentAttachment(LONG),)), "附件名.*太长"),
        (Document(attachments=(DocumentAttachment("甲", f"https://a.cn/{LONG}"),)), "地址太长"),
        (Document(parts=(DocumentPart(heading=LONG),)), "地区标题.*超过 200 字"),
        (Document(parts=(DocumentPart(),) * (MOST_PARTS + 1)), "地区稿超过 300 个"),
        (Document(parts=(DocumentPart("999999"),)), "没有代码为 999999 的地区"),
        (Document(parts=(DocumentPart("12\0"),)), "没有代码为"),
        (Document(parts=(DocumentPart(""),)), "没有代码为"),
        (
            Document(parts=(DocumentPart(sections=(DocumentSection(1, "节", value=10_000),)),)),
            "大于 9999 的序号",
        ),
        (
            Document(parts=(DocumentPart(sections=(DocumentSection(1, "节"),) * 5001),)),
            "5001 个小节，最多 5000 个",
        ),
    ],
)
def test_a_document_that_does_not_fit_begins_no_article(
    document: Document, why: str, office: Office, people: People
) -> None:
    with pytest.raises(Refused, match=why):
        start_article(document, column=office.news, by=people.lin)
    assert not Edition.objects.exists()


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (DocumentPart("999999", "某地"), "没有代码为 999999 的地区"),
        (DocumentPart(heading=LONG), "超过 200 字"),
    ],
)
def test_a_part_that_does_not_fit_is_neither_saved_nor_added(
    part: DocumentPart, why: str, draft: Edition, people: People
) -> None:
    with pytest.raises(Refused, match=why):
        add_part(draft, part, by=people.lin)
    row = draft.parts.all()[0]
    with pytest.raises(Refused, match=why):
        save_part(row, part, seen=1, by=people.lin)
    assert part_of(draft.parts.all()[0]) == part_of(row)


def test_an_edition_that_is_full_takes_no_part(office: Office, people: People) -> None:
    full = Document(parts=(DocumentPart(heading="甲"),) * MOST_PARTS)
    edition = start_article(full, column=office.news, by=people.lin)
    with pytest.raises(Refused, match="地区稿超过 300 个"):
        add_part(edition, DocumentPart(heading="乙"), by=people.lin)
