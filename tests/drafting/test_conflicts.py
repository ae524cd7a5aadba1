"""Two people had the same part open: both texts are shown, neither is overwritten."""

from dataclasses import replace

import pytest

from bulletins.document.html.kept import read_kept
from bulletins.document.tree import DocumentPart
from bulletins.drafting import Conflict, document_of, remove_part, save_head, save_part
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import EarlierText, Edition, Part
from tests.office import People, again, saying


@pytest.fixture
def tianjin(draft: Edition) -> Part:
    return draft.parts.get(region="120000")


def fresh(part: Part) -> Part:
    return Part.objects.get(pk=part.pk)


@pytest.fixture
def theirs(tianjin: Part, people: People) -> DocumentPart:
    save_part(tianjin, saying(part_of(tianjin), "她写的"), seen=1, by=people.lin)
    return part_of(fresh(tianjin))


def test_the_second_sees_both_texts_and_overwrites_nothing(
    tianjin: Part, theirs: DocumentPart, people: People
) -> None:
    yours = saying(part_of(tianjin), "我写的")
    with pytest.raises(Conflict, match="两份都在下面") as caught:
        save_part(tianjin, yours, seen=1, by=people.lin)
    assert (caught.value.theirs, caught.value.yours) == (theirs, yours)
    assert caught.value.revision == 2
    assert part_of(fresh(tianjin)) == theirs


def test_having_read_both_she_may_save(tianjin: Part, theirs: DocumentPart, people: People) -> None:
    both = saying(part_of(tianjin), "合起来的")
    assert save_part(tianjin, both, seen=2, by=people.lin)
    assert theirs in [read_kept(one.html).parts[0] for one in EarlierText.objects.all()]


def test_who_changed_nothing_is_in_no_conflict(
    tianjin: Part, theirs: DocumentPart, people: People
) -> None:
    assert not save_part(tianjin, theirs, seen=1, by=people.lin)


def test_what_was_changed_meanwhile_is_not_removed(
    tianjin: Part, theirs: DocumentPart, people: People
) -> None:
    with pytest.raises(Conflict) as caught:
        remove_part(tianjin, seen=1, by=people.lin)
    assert caught.value.theirs == theirs
    assert part_of(fresh(tianjin)) == theirs


def test_the_neighbour_is_saved_all_the_same(
    tianjin: Part, theirs: DocumentPart, people: People
) -> None:
    guizhou = tianjin.edition.parts.get(region="520000")
    assert save_part(guizhou, saying(part_of(guizhou), "新"), seen=1, by=people.lin)


def test_two_have_the_fields_open(draft: Edition, people: People) -> None:
    stands = head_of(draft)
    hers = replace(stands, document=replace(stands.document, title="她的标题"))
    mine = replace(stands, document=replace(stands.document, subtitle="我的副标题"))
    save_head(draft, hers, seen=1, by=people.lin)
    with pytest.raises(Conflict) as caught:
        save_head(draft, mine, seen=1, by=people.lin)
    assert (caught.value.theirs, caught.value.yours) == (hers, mine)
    assert document_of(again(draft)).subtitle == ""
    assert save_head(draft, mine, seen=caught.value.revision, by=people.lin)
    assert [one.heading for one in EarlierText.objects.filter(key="")][::-1] == [
        "多地推进网络工作",
        "她的标题",
    ]
