"""Rows changed by somebody with the database in hand: approval binds to the text, not to the row."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from taggit.models import Tag

from bulletins.models import FOREVER, Column, Edition, State
from bulletins.permissions import Refused
from bulletins.workflow import approve, release, release_urgently
from bulletins.workflow.sealing import digest_of
from regions.models import Region
from tests.models.walks import names_for, walked
from tests.office import Office, People, again
from tests.refusals import EVERYTHING, execute, lifted

BEHIND_THE_BACK = (
    "UPDATE bulletins_edition SET title = '改' WHERE id = {edition}",
    "UPDATE bulletins_edition SET lead = '<p>改</p>' WHERE id = {edition}",
    "UPDATE bulletins_edition SET column_name = '改' WHERE id = {edition}",
    "UPDATE bulletins_edition SET closes_at = '2030-01-01 00:00:00+00:00' WHERE id = {edition}",
    "UPDATE bulletins_part SET intro = '<p>改</p>' WHERE id = {part}",
    "UPDATE bulletins_part SET region_name = '河北' WHERE id = {part}",
    "UPDATE bulletins_part SET region_id = '510000' WHERE id = {part}",
    "UPDATE bulletins_part SET position = 9 WHERE id = {part}",
    "UPDATE bulletins_section SET body = '<p>改</p>' WHERE part_id = {part}",
    "UPDATE bulletins_section SET level = 2 WHERE part_id = {part} AND position = 2",
    "UPDATE bulletins_section SET value = 7 WHERE part_id = {part} AND position = 1",
    "DELETE FROM bulletins_section WHERE part_id = {part}",
    "DELETE FROM bulletins_part WHERE id = {bare}",
    "UPDATE bulletins_attachment SET title = '改' WHERE edition_id = {edition}",
    "UPDATE bulletins_attachment SET file_id = 'spare', address = '' WHERE edition_id = {edition}",
    "UPDATE bulletins_editiontag SET name = '改' WHERE content_object_id = {edition}",
    "UPDATE bulletins_edition SET salt = '{other_salt}' WHERE id = {edition}",
)


@pytest.mark.parametrize("sql", BEHIND_THE_BACK)
def test_a_text_changed_behind_the_back_is_not_released(
    sql: str, draft: Edition, office: Office, people: People
) -> None:
    edition = walked("approved", draft, people)
    assert digest_of(edition) == edition.digest
    names = names_for(edition, office, people)
    with lifted(*EVERYTHING):
        execute(sql.format(**names, other_salt="ab" * 32))
    with pytest.raises(Refused, match="与送审时的校验码不符"):
        release(again(edition), by=people.zhong)
    assert not Edition.objects.live().exists()


def test_nor_is_it_released_urgently(draft: Edition, office: Office, people: People) -> None:
    edition = walked("submitted", draft, people)
    with lifted(*EVERYTHING):
        execute(BEHIND_THE_BACK[0].format(edition=edition.pk))
    with pytest.raises(Refused, match="与送审时的校验码不符"):
        release_urgently(again(edition), by=people.zhi, reason="台风")


def changed_with_its_digest(edition: Edition) -> Edition:
    """Text and digest agree again, as of somebody who knows how we count."""
    with lifted(*EVERYTHING):
        Edition.objects.filter(pk=edition.pk).update(title="改")
        Edition.objects.filter(pk=edition.pk).update(digest=digest_of(edition))
    return again(edition)


def test_a_digest_changed_with_the_text_has_no_approvals(draft: Edition, people: People) -> None:
    edition = changed_with_its_digest(walked("approved", draft, people))
    with pytest.raises(Refused, match="与清样或审核记录不符"):
        release(edition, by=people.zhong)


def test_nor_is_it_agreed_to_any_further(draft: Edition, people: People) -> None:
    edition = changed_with_its_digest(walked("once approved", draft, people))
    with pytest.raises(Refused, match="与清样或审核记录不符"):
        approve(edition, digest=edition.digest, by=people.fu)


def test_nor_released_urgently(draft: Edition, people: People) -> None:
    edition = changed_with_its_digest(walked("submitted", draft, people))
    with pytest.raises(Refused, match="与清样或审核记录不符"):
        release_urgently(edition, by=people.zhi, reason="台风")


def test_whoever_forges_the_proof_too_still_lacks_the_approvals(
    draft: Edition, people: People
) -> None:
    edition = changed_with_its_digest(walked("approved", draft, people))
    with lifted(*EVERYTHING):
        edition.proofs.update(digest=edition.digest)
    with pytest.raises(Refused, match="与清样或审核记录不符"):
        release(edition, by=people.zhong)
    row = Edition.objects.filter(pk=edition.pk)
    now = timezone.now()
    with pytest.raises(IntegrityError, match="审核未完成"), transaction.atomic():
        row.update(state=State.RELEASED, live_from=now, live_until=FOREVER)


def test_names_that_change_after_submission_change_nothing(
    draft: Edition, office: Office, people: People
) -> None:
    """Columns, regions and tags are printed as they were called when people read the text."""
    edition = walked("submitted", draft, people)
    Column.objects.filter(pk=office.news.pk).update(name="网络传播")
    Region.objects.filter(pk="120000").update(short_name="津")
    Tag.objects.filter(name="网络").update(name="互联网")
    for reviewer in people.reviewers:
        approve(again(edition), digest=edition.digest, by=reviewer)
    release(again(edition), by=people.zhong)
    assert again(edition).state == State.RELEASED
