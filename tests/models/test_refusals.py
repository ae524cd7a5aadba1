"""What the database refuses by itself: each refusal alone stands against at least one statement."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from taggit.models import Tag

from accounts.models import AuditEntry, Remark
from bulletins.models import (
    Edition,
    EditionAuthor,
    EditionTag,
    Part,
    Proof,
    Review,
    Section,
    State,
)
from bulletins.refusals.editions import IDENTITY, MOVES, RELEASE, SAID, SEAL
from tests.models.breaches import BREACHES, Breach, edition
from tests.models.walks import STATES, STILL, names_for, walked
from tests.office import Office, People
from tests.refusals import ON_EVERY_ENGINE, execute, lifted, undone

# Of an edition's row, what changes with its state, and what counts work.
MOVING = {"state", "stages_passed", "live_from", "live_until"}
DERIVED = {"rendered", "rendered_facts", "rendered_by"}
COUNTING = {"revision", "changes", "changed_at", "round"}
OTHERWISE = {
    "column_id": "{notices}",
    "written_date": "'2001-01-01'",
    "closes_at": "'2001-01-01 00:00:00+00:00'",
    "change_kind": "'minor'",
}


@pytest.mark.parametrize("breach", BREACHES, ids=lambda one: f"{one.stopped_by}-{one.when}")
def test_what_nobody_may_do_is_refused(
    breach: Breach, draft: Edition, office: Office, people: People
) -> None:
    """And nothing else stands in its way: without the refusal it would be done."""
    Tag.objects.create(name="另一个")
    names = names_for(walked(breach.when, draft, people), office, people)
    sql = breach.sql.format(**names)
    message = ON_EVERY_ENGINE[breach.stopped_by].message
    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        execute(sql)
    with lifted(breach.stopped_by), undone():
        execute(sql)


def test_every_refusal_has_a_breach() -> None:
    words = {"edition_stands_still"}  # below, field by field
    assert {one.stopped_by for one in BREACHES} | words == set(ON_EVERY_ENGINE)


@pytest.mark.parametrize("state", STILL)
def test_no_word_changes_after_submission(
    state: str, draft: Edition, office: Office, people: People
) -> None:
    names = names_for(walked(state, draft, people), office, people)
    for field in SAID:
        value = OTHERWISE.get(field, "'改'")
        sql = edition("edition_stands_still", f"{field} = {value}").sql.format(**names)
        with pytest.raises(IntegrityError, match="送审后的内容不能修改"), transaction.atomic():
            execute(sql)
        with lifted("edition_stands_still"), undone():
            execute(sql)


def test_every_field_of_an_edition_belongs_to_one_refusal_or_moves() -> None:
    """A new field is either read by the reviewers, and stands still, or has a reason to move."""
    known = {*IDENTITY, *SAID, *SEAL, *RELEASE, *MOVING, *COUNTING, *DERIVED}
    assert {field.column for field in Edition._meta.concrete_fields} == known


RELEASED = (
    "state = 'released', stages_passed = 3, released_at = '2024-03-01 00:00:00+00:00',"
    " released_by_id = {lin}, live_from = '2024-03-01 00:00:00+00:00',"
    " live_until = '9999-01-01 00:00:00+00:00'"
)


def test_nothing_is_released_without_its_approvals(
    draft: Edition, office: Office, people: People
) -> None:
    names = names_for(walked("submitted", draft, people), office, people)
    sql = edition("edition_needs_approval", RELEASED).sql.format(**names)
    for one in ("edition_needs_approval", "edition_stage_by_stage"):
        with lifted(one), pytest.raises(IntegrityError, match="审核"), transaction.atomic():
            execute(sql)
    with lifted("edition_needs_approval", "edition_stage_by_stage"), undone():
        execute(sql)


@pytest.mark.parametrize("state", STATES)
def test_a_state_leads_only_where_the_table_says(
    state: str, draft: Edition, office: Office, people: People
) -> None:
    walked_there = walked(state, draft, people)
    names = names_for(walked_there, office, people)
    for target in {*State.values} - {walked_there.state, *MOVES.get(walked_there.state, ())}:
        sql = edition("edition_moves", f"state = '{target}'").sql.format(**names)
        with pytest.raises(IntegrityError, match=r"不能这样变|不能签发"), transaction.atomic():
            execute(sql)


@pytest.mark.parametrize(
    "door",
    [
        lambda: Edition.objects.update(title="改"),
        lambda: Part.objects.update(intro="改"),
        lambda: Section.objects.all().delete(),
        lambda: Section.objects.all()[0].delete(),
        lambda: Section(edition_id=Edition.objects.get().pk, part=Part.objects.all()[0]).save(),
        lambda: Review.objects.all().delete(),
        lambda: Review.objects.update(stage=2),
        lambda: Proof.objects.all()[0].delete(),
        lambda: EditionAuthor.objects.all()[0].delete(),
        lambda: EditionTag.objects.all().delete(),
        lambda: AuditEntry.objects.all().delete(),
        lambda: AuditEntry.objects.update(actor="user:1"),
        lambda: AuditEntry.objects.all()[0].delete(),
        lambda: Remark.objects.update(text="改"),
    ],
)
def test_the_admin_and_a_shell_are_refused_in_the_same_way(
    door: Callable[[], object], draft: Edition, people: People
) -> None:
    walked("live", draft, people)
    with pytest.raises(IntegrityError, match="不能"), transaction.atomic():
        door()


@pytest.mark.parametrize(
    ("state", "sql"),
    [
        (
            "draft",
            "UPDATE bulletins_edition SET title = '改', column_id = {notices} WHERE id = {edition}",
        ),
        ("draft", "UPDATE bulletins_part SET intro = '改', position = 7 WHERE id = {part}"),
        ("draft", "UPDATE bulletins_section SET part_id = {bare} WHERE part_id = {part}"),
        ("draft", "DELETE FROM bulletins_section WHERE edition_id = {edition}"),
        (
            "scheduled",
            "UPDATE bulletins_edition SET live_from = '2998-01-01 00:00:00+00:00' WHERE id = {edition}",
        ),
        (
            "live",
            "UPDATE bulletins_edition SET live_until = '2998-01-01 00:00:00+00:00' WHERE id = {edition}",
        ),
        ("live", "UPDATE bulletins_edition SET revision = 9, changes = 9 WHERE id = {edition}"),
        ("live", "UPDATE accounts_remark SET text = '', salt = ''"),
    ],
)
def test_what_the_office_does_itself_is_allowed(
    state: str, sql: str, draft: Edition, office: Office, people: People
) -> None:
    names = names_for(walked(state, draft, people), office, people)
    execute(sql.format(**names))
