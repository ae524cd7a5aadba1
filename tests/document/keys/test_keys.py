"""Keys name a part or section for good: anchors, comments and comparisons hang on them."""

from collections import Counter
from dataclasses import replace

from hypothesis import given

from bulletins.document.canonical import same_content
from bulletins.document.keys import all_keys, is_key, new_key, with_keys
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from tests.document.lean import lean
from tests.document.strategies import documents

SPLIT = Document(
    parts=(
        DocumentPart(
            key="p2345a",
            sections=(
                DocumentSection(1, "总体要求", key="k2345a"),
                DocumentSection(1, "（拆出的后半个标题）", key="k2345a"),
                DocumentSection(1, "新写的一节"),
            ),
        ),
        DocumentPart(key="k2345a"),
    ),
    attachments=(DocumentAttachment("名单", key="p2345a"),),
)


def test_a_new_key_is_a_letter_and_five_signs_nobody_confuses() -> None:
    keys = [new_key(()) for _ in range(300)]
    assert all(is_key(key) and key[0].isalpha() for key in keys)
    assert not set("".join(keys)) & set("ilou")


def test_a_key_that_is_taken_is_not_given_again() -> None:
    dice = iter("k2345ak2345am2345a")
    assert new_key({"k2345a"}, choose=lambda _: next(dice)) == "m2345a"


def test_the_first_of_two_equal_keys_keeps_it() -> None:
    keys = list(all_keys(with_keys(SPLIT)))
    assert keys[:2] == ["p2345a", "k2345a"]
    assert len(set(keys)) == len(keys) == 6


def test_what_an_editor_or_a_file_claims_to_be_a_key_is_not_believed() -> None:
    for bad in ("2k345a", "k2345", "k2345ab", 'k"><b>', "ki345a", "k2345a\n", "Ｋ2345a"):
        part = with_keys(Document(parts=(DocumentPart(key=bad),))).parts[0]
        assert is_key(part.key)
        assert part.key != bad


@lean
@given(documents())
def test_giving_keys_changes_no_content_and_doing_it_twice_changes_nothing(
    document: Document,
) -> None:
    keyed = with_keys(document)
    assert same_content(keyed, document)
    assert with_keys(keyed) == keyed
    assert not [key for key, count in Counter(all_keys(keyed)).items() if count > 1]


@lean
@given(documents(keyed=True))
def test_good_keys_stay(document: Document) -> None:
    assert with_keys(document) == document
    doubled = replace(document, parts=document.parts * 2)
    assert with_keys(doubled).parts[: len(document.parts)] == document.parts
