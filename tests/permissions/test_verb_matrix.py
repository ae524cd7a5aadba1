"""Every act × every role × own and other column × own, other and no region, against the table."""

from dataclasses import dataclass

import pytest

from accounts.models import User
from accounts.system import system_user
from bulletins import drafting
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import start_article
from bulletins.drafting.head import head_of
from bulletins.models import Column, Edition, Grant, Role
from bulletins.models.grant import SITE_WIDE
from bulletins.permissions import Hidden, Refused, scope_of, visible
from bulletins.permissions.visibility import sees_whole, visible_whole
from bulletins.workflow import VERBS
from bulletins.workflow.options import options
from bulletins.workflow.verbs import EDITION_VERBS
from tests.models.walks import walk
from tests.office import Office, People
from tests.permissions.matrix import (
    ACTS,
    BEGINNING,
    DONE,
    EVERYWHERE,
    FEW_PLACES,
    FOR_ALL_REGIONS,
    FOR_BOTH,
    FOR_TIANJIN,
    HER_PART,
    HIDDEN,
    NOWHERE,
    PLACES,
    REFUSED,
    Act,
)
from tests.refusals import undone

STATES = sorted({act.state for act in ACTS})
SHOWN = {verb.name for verb in EDITION_VERBS}


@dataclass(frozen=True)
class Person:
    """Somebody, the role she holds, and the table of where she holds it."""

    user: User
    role: str
    table: dict[str, tuple[str, str]]

    def expects(self, act: Act, place: str) -> str:
        table = self.table
        if table is FOR_TIANJIN and act.to_a_part:
            table = HER_PART
        if self.table in (FOR_TIANJIN, FOR_BOTH):
            table = table | self._beginning()
        return table[place][0 if self.role in act.roles else 1]

    @property
    def is_the_same_everywhere(self) -> bool:
        return self.table in (EVERYWHERE, NOWHERE)

    def _beginning(self) -> dict[str, tuple[str, str]]:
        return BEGINNING if self.role == Role.EDITOR else {}


@pytest.fixture
def persons(office: Office, places: None) -> list[Person]:
    """Each role for 天津 in 网上传播, for all regions there, for the site; and who has none."""
    found = [
        Person(system_user("shell"), Role.EDITOR, EVERYWHERE),
        Person(office.hire("nobody"), "", NOWHERE),
        Person(User.objects.create_superuser("root"), Role.ADMINISTRATOR, EVERYWHERE),
        Person(_left(office.hire("left", Role.EDITOR, Role.FINAL_REVIEWER)), "", NOWHERE),
    ]
    for role in Role:
        if role in SITE_WIDE:
            found.append(Person(office.hire(role, role), role, EVERYWHERE))
            continue
        for_tianjin = office.hire(f"{role}-12", role, column=office.news, region="120000")
        found.append(Person(for_tianjin, role, FOR_TIANJIN))
        for_both = office.hire(f"{role}-12-52", role, column=office.news, region="120000")
        Grant.objects.create(user=for_both, role=role, column=office.news, region_id="520000")
        found.append(Person(for_both, role, FOR_BOTH))
        if role != Role.CONTRIBUTOR:
            found.append(Person(office.hire(role, role, column=office.news), role, FOR_ALL_REGIONS))
    return found


@pytest.mark.parametrize("state", STATES)
def test_each_person_can_do_what_the_table_says_and_is_shown_buttons_for_it(
    state: str, persons: list[Person], office: Office, people: People
) -> None:
    acts = [act for act in ACTS if act.state == state]
    for place, (_, regions) in PLACES.items():
        edition = edition_at(place, state, office, people)
        possible = [act for act in acts if regions or not act.needs_part]
        assert len({act.name for act in possible}) == len(possible)
        for person in persons:
            if person.is_the_same_everywhere and place not in FEW_PLACES:
                continue
            expected = {act.name: person.expects(act, place) for act in possible}
            found = {act.name: outcome(act, edition, person.user) for act in possible}
            assert found == expected, (person.user, place)
            done = {name for name, came in found.items() if came == DONE}
            assert done & SHOWN <= buttons(edition, person.user), (person.user, place)


def test_what_is_hidden_is_in_no_list_and_what_is_not_is(
    persons: list[Person], office: Office, people: People
) -> None:
    (act,) = (act for act in ACTS if act.name == "save_head")
    for place in PLACES:
        edition = edition_at(place, "draft", office, people)
        for person in persons:
            listed = visible(person.user).filter(pk=edition.pk).exists()
            assert listed == (person.expects(act, place) != HIDDEN), (person.user, place)


def test_grants_of_other_roles_and_of_other_columns_do_not_add_up(
    office: Office, people: People, places: None
) -> None:
    edition = edition_at("天津和贵州", "draft", office, people)
    mixed = office.hire("mixed", Role.EDITOR, column=office.news, region="120000")
    Grant.objects.create(user=mixed, role=Role.EDITOR, column=office.notices, region_id="520000")
    Grant.objects.create(user=mixed, role=Role.DESK, column=office.news, region_id="520000")
    with pytest.raises(Refused, match="权限"):
        drafting.save_head(edition, head_of(edition), seen=edition.revision, by=mixed)
    assert not visible_whole(mixed).filter(pk=edition.pk).exists()
    assert not sees_whole(scope_of(mixed), edition)
    assert visible(mixed).filter(pk=edition.pk).exists()


def test_every_way_of_writing_is_in_the_table() -> None:
    """A new article has no edition to ask about: see ``test_forged_ids``."""
    named = {act.name.removeprefix("drafting.").split()[0] for act in ACTS}
    reading = {"Conflict", "document_of", "region_names_of"}
    reading |= {"whole_edition", "whole_editions", "kept_whole"}
    assert named >= set(drafting.__all__) - reading - {"start_article"}


def test_every_verb_is_in_the_table() -> None:
    assert {act.name for act in ACTS} >= set(VERBS)
    for name, verb in VERBS.items():
        acts = [act for act in ACTS if act.name == name]
        if verb.roles is not None:
            assert all(act.roles == set(verb.roles) for act in acts), name


def edition_at(place: str, state: str, office: Office, people: People) -> Edition:
    """Written by lin there, and walked."""
    column, regions = PLACES[place]
    Column.objects.update(review_stages=3)
    parts = tuple(DocumentPart(code, "某地", "<p>内容。</p>") for code in regions)
    document = Document(title=place, lead="<p>前言</p>", parts=parts)
    where = Column.objects.get(slug=column)
    return walk(state, start_article(document, column=where, by=people.lin), people)


def buttons(edition: Edition, person: User) -> set[str]:
    return {verb.name for verb in options(edition, by=person, scope=scope_of(person))}


def outcome(act: Act, edition: Edition, by: User) -> str:
    """What came of it; in the end nothing was done."""
    with undone():
        try:
            act.do(edition, by)
        except Hidden:
            return HIDDEN
        except Refused:
            return REFUSED
    return DONE


def _left(user: User) -> User:
    """She keeps her roles on paper, and can do nothing any more."""
    user.is_active = False
    user.save()
    return user
