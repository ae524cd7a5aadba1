"""An approval is bound to a digest: whatever a reader sees differently must change it."""

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document.canonical import UNCOVERED, canonical, same_content
from bulletins.document.digest import digest, new_salt
from bulletins.document.keys import with_keys
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.document.wording import BEIJING
from tests.document.lean import lean
from tests.document.strategies import documents

NAMES = {"120000": "天津市", "110000": "北京市"}
SALT = bytes(range(32))
BULLETIN = Document(
    title="关于开展春季检查的通知",
    published_date=date(2021, 3, 15),
    published_time=time(9, 13),
    written_date=date(2021, 3, 12),
    source="网信天津",
    source_address="https://example.org/1",
    lead="<p>各单位：</p>",
    parts=(
        DocumentPart(
            region="120000",
            heading="天 津",
            intro="<p>安排如下。</p>",
            sections=(
                DocumentSection(1, "总体要求", "<p>抓紧抓实。</p>", key="k2345a"),
                DocumentSection(2, "指导思想", "<p>全面贯彻。</p>", run_in="。"),
                DocumentSection(2, None, "<p>条文。</p>", value=4),
                DocumentSection(0, "附则"),
            ),
            key="p2345a",
        ),
    ),
    attachments=(DocumentAttachment("名单", "file:" + "0" * 64),),
    tags=("春季", "检查"),
    closes_at=datetime(2021, 4, 1, tzinfo=BEIJING),
)
SPELT = (
    '{"attachments":[{"address":"file:0000000000000000000000000000000000000000000000000000000000000000",'
    '"title":"名单"}],"closes_at":"2021-03-31T16:00:00+00:00","lead":"<p>各单位：</p>",'
    '"parts":[{"heading":"天 津","intro":"<p>安排如下。</p>","region":["120000","天津市"],"sections":['
    '{"body":"<p>抓紧抓实。</p>","heading":"总体要求","level":1,"number":1},'
    '{"body":"<p>全面贯彻。</p>","heading":"指导思想","level":2,"number":1,"run_in":"。"},'
    '{"body":"<p>条文。</p>","heading":null,"level":2,"number":4},'
    '{"heading":"附则","level":0}]}],'
    '"source":"网信天津","source_address":"https://example.org/1","tags":["春季","检查"],'
    '"title":"关于开展春季检查的通知","written_date":"2021-03-12"}'
)


def test_the_canonical_form_is_spelt_as_it_was_on_the_first_day() -> None:
    """Stored approvals hang on these very bytes: change them only with a new scheme number."""
    assert canonical(BULLETIN, NAMES).decode() == SPELT
    assert digest(BULLETIN, NAMES, SALT) == (
        "1:278ebf082ba0d63d99dca666b21c3201a9262921e69ca5562df78ef265eaec86"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"title": "关于开展春季检查的通报"},
        {"source": "网信北京"},
        {"source_address": "https://example.org/2"},
        {"list_title": "春季检查"},
        {"link_only_to": "https://example.org/3"},
        {"written_date": date(2021, 3, 13)},
        {"document_number": "津网办发〔2021〕7号"},
        {"responsible_editor": "值班编辑"},
        {"column": "通知公告"},
        {"closes_at": None},
        {"change_note": "更正名单"},
        {"tags": ("春季检查",)},
        {"tags": ("春季,检查",)},
        {"attachments": (DocumentAttachment("名单", "file:" + "1" * 64),)},
        {"lead": "", "closing": "<p>各单位：</p>"},
    ],
)
def test_any_change_that_a_reader_sees_changes_the_digest(change: dict[str, object]) -> None:
    assert digest(replace(BULLETIN, **change), NAMES, SALT) != digest(BULLETIN, NAMES, SALT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u202e", "\u00ad", "\ufeff", "\u2066", "\u00a0", "\u0301"]
)
def test_invisible_and_direction_characters_change_the_digest(hidden: str) -> None:
    tampered = replace(BULLETIN, title=f"关于{hidden}开展春季检查的通知")
    assert canonical(tampered, NAMES) != canonical(BULLETIN, NAMES)


def test_the_same_look_in_another_composition_is_another_text() -> None:
    composed, decomposed = Document(title="caf\u00e9"), Document(title="cafe\u0301")
    assert canonical(composed, {}) != canonical(decomposed, {})


def test_a_text_that_moves_to_another_place_changes_the_digest() -> None:
    part = BULLETIN.parts[0]
    first, second, *rest = part.sections
    joined = replace(first, body=first.body + second.body)
    moved = [
        (replace(first, heading="总体要求抓紧", body="<p>抓实。</p>"), second, *rest),
        (second, first, *rest),
        (joined, replace(second, body="", run_in=""), *rest),
        (replace(first, heading=None, body="<p>总体要求</p><p>抓紧抓实。</p>"), second, *rest),
    ]
    forms = {
        canonical(replace(BULLETIN, parts=(replace(part, sections=sections),)), NAMES)
        for sections in (part.sections, *moved)
    }
    assert len(forms) == 1 + len(moved)


def test_a_region_counts_by_code_and_by_printed_name() -> None:
    elsewhere = replace(BULLETIN.parts[0], region="110000")
    twin = {"120000": "朝阳区", "110000": "朝阳区"}
    forms = {
        canonical(BULLETIN, NAMES),
        canonical(BULLETIN, {"120000": "天津"}),
        canonical(BULLETIN, twin),
        canonical(replace(BULLETIN, parts=(elsewhere,)), twin),
    }
    assert len(forms) == 4


def test_the_printed_number_counts_not_how_it_came_about() -> None:
    def numbered(*values: int | None) -> bytes:
        sections = tuple(DocumentSection(1, "节", value=value) for value in values)
        return canonical(Document(parts=(DocumentPart(sections=sections),)), {})

    assert numbered(None, 2) == numbered(None, None)
    assert numbered(None, 3) != numbered(None, None)
    assert numbered(3, None) != numbered(3, 3)


def test_publishing_time_and_keys_are_not_what_reviewers_answer_for() -> None:
    later = replace(BULLETIN, published_date=date(2022, 1, 1), published_time=None)
    unnamed = replace(BULLETIN, parts=(replace(BULLETIN.parts[0], key=""),))
    assert canonical(later, NAMES) == canonical(BULLETIN, NAMES) == canonical(unnamed, NAMES)
    assert same_content(BULLETIN, unnamed)
    assert not same_content(BULLETIN, later)


def test_a_deadline_is_a_moment_whatever_the_time_zone() -> None:
    same = replace(BULLETIN, closes_at=datetime(2021, 3, 31, 16, tzinfo=UTC))
    assert canonical(same, NAMES) == canonical(BULLETIN, NAMES)
    with pytest.raises(ValueError, match="time zone"):
        canonical(Document(closes_at=datetime(2021, 3, 31, 16)), {})  # noqa: DTZ001


def test_a_field_added_later_changes_no_old_digest_but_is_covered_at_once() -> None:
    @dataclass(frozen=True, slots=True)
    class Later(Document):
        summary: str = ""

    old = {item.name: getattr(BULLETIN, item.name) for item in fields(BULLETIN)}
    assert canonical(Later(**old), NAMES) == canonical(BULLETIN, NAMES)
    assert b"summary" in canonical(Later(**old, summary="摘要"), NAMES)


def test_the_salt_keeps_an_erased_number_from_being_guessed() -> None:
    one, other = new_salt(), new_salt()
    assert digest(BULLETIN, NAMES, one) == digest(BULLETIN, NAMES, one)
    assert digest(BULLETIN, NAMES, one) != digest(BULLETIN, NAMES, other)
    with pytest.raises(ValueError, match="32"):
        digest(BULLETIN, NAMES, b"")


def test_even_a_broken_character_is_a_text_of_its_own() -> None:
    forms = {canonical(Document(title=text), {}) for text in ("\ud83d\ude00", "\U0001f600", "?")}
    assert len(forms) == 3


@lean
@given(documents(), st.data())
def test_two_bulletins_have_one_form_only_if_readers_see_the_same(
    document: Document, data: st.DataObject
) -> None:
    other = data.draw(documents() | st.just(with_keys(document)))
    assert (canonical(document, NAMES) == canonical(other, NAMES)) == (
        _seen(document) == _seen(other)
    )


@lean
@given(documents(), documents())
def test_every_covered_field_by_itself_tells_two_bulletins_apart(
    one: Document, other: Document
) -> None:
    for item in fields(Document):
        if item.name in UNCOVERED | {"parts", "attachments"}:
            continue
        mixed = replace(one, **{item.name: getattr(other, item.name)})
        same = getattr(one, item.name) == getattr(other, item.name)
        assert (canonical(mixed, NAMES) == canonical(one, NAMES)) == same


def _seen(document: Document) -> Document:
    """Without keys and publishing time; generated values already stand only where they depart."""
    parts = tuple(
        replace(
            part,
            key="",
            sections=tuple(replace(section, key="") for section in part.sections),
        )
        for part in document.parts
    )
    files = tuple(replace(file, key="") for file in document.attachments)
    return replace(
        document, parts=parts, attachments=files, published_date=None, published_time=None
    )
