"""What somebody types is kept for her alone, until she saves it."""

import pytest

from accounts.models import AuditEntry
from bulletins.drafting import presence, working
from bulletins.models import EarlierText, Edition, EditionAuthor, Presence, Role, WorkingCopy
from bulletins.permissions import Hidden, Refused
from bulletins.workflow import submit
from tests.office import Office, People, again

pytestmark = pytest.mark.django_db
FIELDS = {"text": "<p>正在写</p>", "heading": "天 津"}


def tianjin(edition: Edition) -> str:
    return edition.parts.get(region="120000").key


def test_it_is_no_edition_and_leaves_no_trace(draft: Edition, office: Office) -> None:
    wang = office.hire("wang", Role.EDITOR)
    before = again(draft)
    entries = AuditEntry.objects.count()
    for _ in range(20):
        working.keep(draft, tianjin(draft), FIELDS, seen=1, by=wang)
    assert again(draft).changes == before.changes
    assert AuditEntry.objects.count() == entries
    assert not EarlierText.objects.exists()
    assert not EditionAuthor.objects.filter(user=wang).exists()
    assert WorkingCopy.objects.count() == 1


def test_it_is_hers_alone(draft: Edition, people: People, office: Office) -> None:
    wang = office.hire("wang", Role.EDITOR)
    working.keep(draft, tianjin(draft), FIELDS, seen=1, by=people.lin)
    assert working.copies_of(draft, wang) == []
    working.drop(draft, tianjin(draft), by=wang)
    (copy,) = working.copies_of(draft, people.lin)
    assert (copy.fields, copy.seen) == (FIELDS, 1)


@pytest.mark.parametrize("key", ["", "x", "../../x", "new-100", "HEAD", "a" * 7, "天津"])
def test_only_boxes_of_the_page_are_kept(draft: Edition, people: People, key: str) -> None:
    with pytest.raises(Refused):
        working.keep(draft, key, FIELDS, seen=1, by=people.lin)


def test_who_could_not_save_it_cannot_keep_it(
    draft: Edition, people: People, office: Office
) -> None:
    stranger = office.hire("far", Role.EDITOR, column=office.notices)
    contributor = office.hire("gui", Role.CONTRIBUTOR, region="520000")
    for by in (stranger, contributor):
        with pytest.raises(Hidden):
            working.keep(draft, tianjin(draft), FIELDS, seen=1, by=by)
    for by, key in ((people.chu, tianjin(draft)), (contributor, "head")):
        with pytest.raises(Refused):
            working.keep(draft, key, FIELDS, seen=1, by=by)
    with pytest.raises(Hidden):
        working.keep(draft, "new-0", FIELDS, seen=0, by=contributor)


def test_nothing_is_kept_of_what_was_submitted(draft: Edition, people: People) -> None:
    submit(draft, by=people.lin)
    with pytest.raises(Refused, match="不能再写"):
        working.keep(draft, tianjin(draft), FIELDS, seen=1, by=people.lin)


def test_it_has_a_limit(draft: Edition, people: People) -> None:
    with pytest.raises(Refused, match="太长"):
        working.keep(draft, "head", {"lead": "长" * (working.LONGEST + 1)}, seen=1, by=people.lin)


def test_others_are_seen_where_they_are_and_soon_forgotten(
    draft: Edition, people: People, office: Office
) -> None:
    wang = office.hire("wang", Role.EDITOR)
    presence.say_here(draft, [tianjin(draft)], by=wang)
    seen = presence.others_here(draft, by=people.lin)
    assert {(one.name, one.key) for one in seen} == {("wang", ""), ("wang", tianjin(draft))}
    assert presence.others_here(draft, by=wang) == []
    presence.say_here(draft, [], by=wang)
    assert {one.key for one in presence.others_here(draft, by=people.lin)} == {""}
    Presence.objects.update(at=Presence.objects.all()[0].at - presence.STALE)
    assert presence.others_here(draft, by=people.lin) == []
