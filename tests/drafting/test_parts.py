"""One part of a draft is saved, added, removed, arranged; nothing that was written is lost."""

from dataclasses import replace

import pytest

from bulletins.document.html.kept import read_kept
from bulletins.document.keys import is_key
from bulletins.document.tree import DocumentPart, DocumentSection
from bulletins.drafting import add_part, arrange_parts, remove_part, save_part
from bulletins.drafting.content import part_of
from bulletins.models import Attachment, EarlierText, Edition, EditionAuthor, Part, Role
from bulletins.permissions import Hidden
from tests.office import GUIZHOU, Office, People, again, saying


@pytest.fixture
def tianjin(draft: Edition) -> Part:
    return draft.parts.get(region="120000")


def keys_of(edition: Edition) -> list[str]:
    """Of parts, sections and attachments."""
    return [
        *edition.parts.values_list("key", flat=True),
        *edition.sections.values_list("key", flat=True),
        *Attachment.objects.filter(edition=edition).values_list("key", flat=True),
    ]


def fresh(part: Part) -> Part:
    return Part.objects.get(pk=part.pk)


def test_a_part_says_what_was_saved_and_counts_the_change(tianjin: Part, people: People) -> None:
    before = again(tianjin.edition).changes
    assert save_part(tianjin, saying(part_of(tianjin), "新"), seen=1, by=people.lin)
    assert part_of(fresh(tianjin)).intro == "<p>新</p>"
    assert (fresh(tianjin).revision, again(tianjin.edition).changes) == (2, before + 1)


def test_what_stood_there_before_is_kept_word_for_word(tianjin: Part, people: People) -> None:
    before = part_of(tianjin)
    save_part(tianjin, replace(before, sections=()), seen=1, by=people.lin)
    earlier = EarlierText.objects.get()
    assert read_kept(earlier.html).parts == (before,)
    assert (earlier.key, earlier.removed, earlier.replaced_by) == (tianjin.key, False, people.lin)


def test_a_heading_that_was_replaced_is_kept_too(draft: Edition, people: People) -> None:
    part = add_part(draft, DocumentPart("510000", "四川掠影"), by=people.lin)
    save_part(part, replace(part_of(part), heading="四 川"), seen=1, by=people.lin)
    assert EarlierText.objects.get().heading == "四川掠影"


def test_a_part_that_was_removed_is_kept_and_can_be_put_back(tianjin: Part, people: People) -> None:
    before, edition = part_of(tianjin), tianjin.edition
    remove_part(tianjin, seen=1, by=people.lin)
    assert edition.parts.count() == 1
    earlier = EarlierText.objects.get()
    assert earlier.removed
    (kept,) = read_kept(earlier.html).parts
    assert part_of(add_part(edition, kept, by=people.lin)).sections == before.sections


def test_what_only_looks_different_is_no_change(tianjin: Part, people: People) -> None:
    """An untouched editor spells HTML in its own way, and gives sections other keys."""
    stands = part_of(tianjin)
    respelt = replace(
        stands,
        intro='<p style="color: red">一年来，<b></b>各单位扎实推进。\n</p>',
        heading=" 天 津 ",
        sections=tuple(replace(section, key="") for section in stands.sections),
    )
    assert not save_part(tianjin, respelt, seen=1, by=people.lin)
    assert fresh(tianjin).revision == 1
    assert not EarlierText.objects.exists()


def test_what_stayed_keeps_its_key_and_what_is_new_gets_one(tianjin: Part, people: People) -> None:
    first, second = part_of(tianjin).sections
    wanted = (second, DocumentSection(1, "新的一节"), first)
    save_part(tianjin, replace(part_of(tianjin), sections=wanted), seen=1, by=people.lin)
    keys = [section.key for section in part_of(fresh(tianjin)).sections]
    assert (keys[0], keys[2]) == (second.key, first.key)
    assert is_key(keys[1])
    assert len(set(keys_of(tianjin.edition))) == len(keys_of(tianjin.edition))


@pytest.mark.parametrize("where", ["within", "from another part", "of a part", "of an attachment"])
def test_a_pasted_copy_gets_a_key_of_its_own(
    tianjin: Part, draft: Edition, people: People, where: str
) -> None:
    guizhou = draft.parts.get(region="520000")
    Attachment.objects.create(edition=draft, key="aaaaaa", position=1, title="甲")
    stands = part_of(tianjin)
    pasted = {
        "within": stands.sections[0],
        "from another part": part_of(guizhou).sections[0],
        "of a part": DocumentSection(1, "贴", key=guizhou.key),
        "of an attachment": DocumentSection(1, "贴", key="aaaaaa"),
    }[where]
    wanted = replace(stands, sections=(*stands.sections, pasted))
    save_part(tianjin, wanted, seen=1, by=people.lin)
    said = part_of(fresh(tianjin)).sections
    assert said[:2] == stands.sections
    assert said[2].key != pasted.key
    assert len(set(keys_of(draft))) == len(keys_of(draft))
    assert part_of(fresh(guizhou)).sections[0].key == part_of(guizhou).sections[0].key


@pytest.mark.parametrize("key", ["", "x", "'><img src=x>", "AAAAAA", "aaaaaa\0", "a" * 100])
def test_a_key_that_is_none_of_ours_is_replaced(tianjin: Part, people: People, key: str) -> None:
    wanted = replace(part_of(tianjin), key=key, sections=(DocumentSection(1, "节", key=key),))
    save_part(tianjin, wanted, seen=1, by=people.lin)
    assert fresh(tianjin).key == tianjin.key
    assert all(map(is_key, keys_of(tianjin.edition)))


def test_a_new_part_stands_at_the_end(draft: Edition, people: People) -> None:
    part = add_part(draft, replace(GUIZHOU, key=draft.parts.all()[0].key), by=people.lin)
    assert [one.pk for one in draft.parts.all()][-1] == part.pk
    assert len(set(keys_of(draft))) == len(keys_of(draft))
    assert draft.parts.filter(region="520000").count() == 2  # a region may occur twice


def test_parts_are_arranged_by_their_keys(draft: Edition, people: People) -> None:
    first, second = draft.parts.values_list("key", flat=True)
    assert arrange_parts(draft, [second, "unknown", first], by=people.lin)
    assert list(draft.parts.values_list("key", flat=True)) == [second, first]
    assert not arrange_parts(draft, [second], by=people.lin)
    assert not EarlierText.objects.exists()


def test_who_changes_something_becomes_an_author_once(tianjin: Part, office: Office) -> None:
    wang = office.hire("wang", Role.EDITOR)
    save_part(tianjin, part_of(tianjin), seen=1, by=wang)
    assert not EditionAuthor.objects.filter(user=wang).exists()
    for number, words in enumerate("甲乙", start=1):
        save_part(tianjin, saying(part_of(tianjin), words), seen=number, by=wang)
    assert EditionAuthor.objects.filter(user=wang).count() == 1


def test_a_part_that_is_gone_is_not_there(tianjin: Part, people: People) -> None:
    remove_part(tianjin, seen=1, by=people.lin)
    with pytest.raises(Hidden):
        save_part(tianjin, saying(DocumentPart(), "新"), seen=1, by=people.lin)
