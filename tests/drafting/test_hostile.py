"""Whatever is put into a field, what is stored is harmless: payloads through every field."""

from dataclasses import fields, replace

import pytest

from bulletins.document.plain import CONTROL, INVISIBLE
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.drafting import add_part, document_of, save_head, save_part, start_article
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Edition
from tests.document.hostile.test_payloads import PAYLOADS, SAFE_LINK, objections
from tests.office import Office, People, again

HREFS = (
    "javascript:alert(1)",
    " java\tscript:alert(1)",
    "JAVASCRIPT&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example.org/x",
    "/\\evil.example.org/x",
    "file:///etc/passwd",
    "file:../../settings",
    "\u202ehttps://example.org",
)
WHOLE = "".join(PAYLOADS)
PART = DocumentPart(
    heading="甲",
    intro=WHOLE,
    sections=tuple(DocumentSection(1, payload[:300], payload) for payload in PAYLOADS),
)


def lines(document: Document) -> list[str]:
    """Everything that is one line of plain text."""
    own = [getattr(document, item.name) for item in fields(document) if item.type is str]
    parts = [part.heading for part in document.parts]
    sections = [one.heading or "" for part in document.parts for one in part.sections]
    bodies = {document.lead, document.closing}
    return [line for line in (*own, *parts, *sections, *document.tags) if line not in bodies]


def bodies(document: Document) -> list[str]:
    parts = [text for part in document.parts for text in (part.intro, *_bodies(part))]
    return [document.lead, document.closing, *parts]


def _bodies(part: DocumentPart) -> list[str]:
    return [section.body for section in part.sections]


def assert_harmless(document: Document) -> None:
    assert [found for html in bodies(document) for found in objections(html)] == []
    for line in lines(document):
        assert not INVISIBLE.search(line)
        assert not CONTROL.search(line)
        assert "\n" not in line
    addresses = [document.source_address, document.link_only_to]
    addresses += [one.address for one in document.attachments]
    assert [one for one in addresses if one and not SAFE_LINK.match(one)] == []


def test_a_hostile_part_is_saved_harmless(draft: Edition, people: People) -> None:
    part = draft.parts.all()[0]
    assert save_part(part, replace(PART, region=part.region_id), seen=1, by=people.lin)
    assert_harmless(document_of(again(draft)))
    assert draft.parts.all()[0].sections.count() == len(PAYLOADS)


def test_a_hostile_part_is_added_harmless(draft: Edition, people: People) -> None:
    added = add_part(draft, PART, by=people.lin)
    assert_harmless(document_of(again(draft)))
    assert part_of(added).heading == "甲"


def test_a_hostile_article_begins_harmless(office: Office, people: People) -> None:
    document = Document(title=WHOLE[:200], lead=WHOLE, closing=WHOLE, parts=(PART,))
    assert_harmless(document_of(start_article(document, column=office.news, by=people.lin)))


@pytest.mark.parametrize("href", HREFS)
def test_a_hostile_address_is_no_address(draft: Edition, people: People, href: str) -> None:
    head = head_of(draft)
    document = replace(
        head.document,
        source_address=href,
        link_only_to=href,
        lead=f'<p><a href="{href}">甲</a><img src="{href}" alt="乙"></p>',
        attachments=(DocumentAttachment("附件", href),),
    )
    save_head(draft, replace(head, document=document), seen=1, by=people.lin)
    stored = document_of(again(draft))
    assert_harmless(stored)
    assert "evil" not in stored.lead
    assert "script:" not in stored.lead


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 40))
def test_hostile_lines_are_one_harmless_line(draft: Edition, people: People, start: int) -> None:
    head = head_of(draft)
    for seen, payload in enumerate(PAYLOADS[start : start + 40], start=1):
        text = f"{seen}{payload}"
        document = replace(
            head.document,
            title=text[:300],
            source=text[:100],
            document_number=text[:60],
            change_note=text[:300],
            tags=(text[:30],),
            lead=text,
        )
        assert save_head(draft, replace(head, document=document), seen=seen, by=people.lin)
        assert_harmless(document_of(again(draft)))


@pytest.mark.parametrize("mark", ["\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "\0"])
def test_what_cannot_be_seen_is_not_stored(draft: Edition, people: People, mark: str) -> None:
    """Two texts that look alike to a reviewer are one text."""
    part = draft.parts.all()[0]
    stands = part_of(part)
    sections = tuple(replace(one, heading=f"{mark}{one.heading}") for one in stands.sections)
    same = replace(stands, heading=f"天{mark} 津", sections=sections)
    assert not save_part(part, same, seen=1, by=people.lin)
    other = replace(stands, intro=f"<p>一{mark}二</p>")
    save_part(part, other, seen=1, by=people.lin)
    assert part_of(draft.parts.all()[0]).intro == "<p>一二</p>"
