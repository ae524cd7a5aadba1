"""Many people write in one draft at the same time, and nothing is lost."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest

from accounts.audit import verifying
from accounts.models import User
from bulletins.document.html.kept import read_kept
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import (
    Conflict,
    add_part,
    merge_part,
    remove_part,
    restore,
    save_head,
    save_part,
    start_article,
)
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import EarlierText, Edition, EditionAuthor, EditionTag, Part, Role
from tests.drafting.test_head import saying as head_saying
from tests.office import NOTICE, Office, People, again, saying
from tests.together import refusals, together

pytestmark = pytest.mark.django_db(transaction=True)
SAVES = int(os.environ.get("SAVES", "8"))  # of each person; 200 were tried by hand


@pytest.fixture
def crowd(office: Office) -> list[User]:
    return [office.hire(f"p{number}", Role.EDITOR) for number in range(20)]


def fresh(part: Part) -> Part:
    return Part.objects.get(pk=part.pk)


def test_twenty_people_in_twenty_parts_lose_nothing(
    office: Office, people: People, crowd: list[User]
) -> None:
    document = Document(title="动态", parts=(DocumentPart(heading="某地"),) * 20)
    edition = start_article(document, column=office.news, by=people.lin)

    def writes(part: Part, person: User) -> Callable[[], None]:
        def three_times() -> None:
            for seen in (1, 2, 3):
                words = saying(part_of(part), f"{person}第{seen}稿")
                save_part(part, words, seen=seen, by=person)

        return three_times

    parts = list(edition.parts.all())
    acts = [writes(part, person) for part, person in zip(parts, crowd, strict=True)]
    assert refusals(together(*acts)) == []
    assert [fresh(part).intro for part in parts] == [f"<p>{person}第3稿</p>" for person in crowd]
    assert EarlierText.objects.count() == 60
    assert again(edition).changes == 60
    assert EditionAuthor.objects.filter(edition=edition).count() == 21
    assert list(verifying.faults()) == []


def test_twenty_people_in_one_part_see_each_others_text(draft: Edition, crowd: list[User]) -> None:
    """Each reads what stands there and adds her line, until it is in."""
    part = draft.parts.all()[0]

    def adds(person: User) -> Callable[[], None]:
        def until_it_is_in() -> None:
            stands, seen = part_of(part), part.revision
            while True:
                try:
                    line = f"<p>{person}。</p>"
                    save_part(part, saying_too(stands, line), seen=seen, by=person)
                except Conflict as conflict:
                    stands, seen = conflict.theirs, conflict.revision
                else:
                    return

        return until_it_is_in

    together(*map(adds, crowd))
    text = fresh(part).intro
    assert [str(person) for person in crowd if f"<p>{person}。</p>" not in text] == []
    assert fresh(part).revision == 21
    kept = [read_kept(one.html).parts[0].intro for one in EarlierText.objects.order_by("pk")]
    assert kept == sorted(kept, key=len)


def test_twenty_people_save_one_part_again_and_again_and_no_edit_is_lost(
    draft: Edition, crowd: list[User]
) -> None:
    """Each writes in a section of her own, now and then in the one that all write in."""
    part = draft.parts.all()[0]
    everybody = "".join(f"<p>{person}：0</p>" for person in crowd)
    own = [DocumentSection(1, str(person), f"<p>{person}：0</p>") for person in crowd]
    sections = (DocumentSection(1, "大家", everybody), *own)
    save_part(part, DocumentPart("120000", sections=sections), seen=1, by=crowd[0])
    start = part_of(fresh(part))

    def works(at: int, person: User) -> Callable[[], None]:
        def all_day() -> None:
            stands, seen = start, 2
            for number in range(SAVES):
                places = (at, 0) if number % 4 == at % 4 else (at,)
                wanted = saying_number(stands, places, person, number + 1)
                stands, seen = saved(part, wanted, seen, person)

        return all_day

    acts = [works(at, person) for at, person in enumerate(crowd, start=1)]
    assert refusals(together(*acts)) == []
    stands = part_of(fresh(part))
    everything = stood_there(part.edition, stands)
    for at, person in enumerate(crowd, start=1):
        assert stands.sections[at].body == f"<p>{person}：{SAVES}</p>"
        said = [f"<p>{person}：{number}</p>" for number in range(1, SAVES + 1)]
        assert [one for one in said if one not in everything] == []
        assert said[at % 4 :: 4][-1] in stands.sections[0].body


def saved(part: Part, wanted: DocumentPart, seen: int, by: User) -> tuple[DocumentPart, int]:
    """Stored, if need be over a conflict in the section of all; what the page shows after."""
    line = next(one for one in lines_of(wanted.sections[0].body) if f"<p>{by}：" in one)
    while True:
        try:
            merge_part(part, wanted, seen=seen, by=by)
        except Conflict as conflict:
            (clash,) = conflict.clashes
            both = with_line(clash.theirs.body, line)
            wanted, seen = with_body(conflict.yours, 0, both), conflict.revision
        else:
            now = fresh(part)
            return part_of(now), now.revision


def stood_there(edition: Edition, now: DocumentPart) -> set[str]:
    """Every paragraph of a section that ever stood in the part."""
    kept = [read_kept(one.html).parts[0] for one in edition.earlier_texts.all()]
    sections = [section for said in (*kept, now) for section in said.sections[1:]]
    return {line for section in sections for line in lines_of(section.body)}


def saying_number(
    part: DocumentPart, places: tuple[int, ...], person: User, number: int
) -> DocumentPart:
    for at in places:
        line = f"<p>{person}：{number}</p>"
        part = with_body(part, at, with_line(part.sections[at].body, line))
    return part


def lines_of(body: str) -> list[str]:
    return [f"{line}</p>" for line in body.split("</p>") if line]


def with_line(body: str, line: str) -> str:
    """A person's own line in the place of what she wrote there before."""
    name = line.partition("：")[0]
    return "".join(line if one.startswith(f"{name}：") else one for one in lines_of(body))


def with_body(part: DocumentPart, at: int, body: str) -> DocumentPart:
    sections = list(part.sections)
    sections[at] = replace(sections[at], body=body)
    return replace(part, sections=tuple(sections))


def saying_too(part: DocumentPart, line: str) -> DocumentPart:
    return DocumentPart(part.region, part.heading, part.intro + line, part.sections, part.key)


def test_two_save_the_same_part_one_of_them_is_shown_both(draft: Edition, people: People) -> None:
    part = draft.parts.all()[0]
    acts = [
        lambda words=words: save_part(part, saying(part_of(part), words), seen=1, by=people.lin)
        for words in "甲乙"
    ]
    (conflict,) = [one for one in together(*acts) if isinstance(one, Conflict)]
    assert {conflict.theirs.intro, conflict.yours.intro} == {"<p>甲</p>", "<p>乙</p>"}
    assert fresh(part).intro == conflict.theirs.intro


def test_two_bring_back_the_same_part_and_it_stands_there_once(
    draft: Edition, people: People
) -> None:
    remove_part(draft.parts.all()[0], seen=1, by=people.lin)
    gone, seen = EarlierText.objects.get(), again(draft).changes
    done = together(*[lambda: restore(gone, seen=seen, by=people.lin)] * 2)
    assert sorted(map(str, done)) == ["False", "True"]  # the second finds it there, as it was
    assert draft.parts.count() == 2


def test_two_save_the_same_fields(draft: Edition, people: People) -> None:
    heads = [head_saying(draft, title=title) for title in ("甲", "乙")]
    acts = [lambda head=head: save_head(draft, head, seen=1, by=people.lin) for head in heads]
    assert sum(isinstance(one, Conflict) for one in together(*acts)) == 1
    assert again(draft).revision == 2


def test_parts_added_at_once_stand_one_after_the_other(draft: Edition, people: People) -> None:
    acts = [lambda: add_part(draft, NOTICE.parts[0], by=people.lin)] * 6
    assert refusals(together(*acts)) == []
    places = list(draft.parts.values_list("position", flat=True))
    assert places == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_new_tag_given_to_several_articles_at_once_is_one_tag(
    office: Office, people: People
) -> None:
    drafts = [start_article(NOTICE, column=office.notices, by=people.lin) for _ in range(6)]

    def tags(edition: Edition) -> Callable[[], bool]:
        head = head_saying(edition, tags=("防汛",))
        return lambda: save_head(edition, head, seen=1, by=people.lin)

    assert refusals(together(*map(tags, drafts))) == []
    assert EditionTag.objects.values("tag").distinct().count() == 1
    assert head_of(again(drafts[0])).document.tags == ("防汛",)
