"""What the database refuses by itself, whoever asks."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from regions.models import Region

GOOD = {"code": "12011601", "name": "某片区", "short_name": "某片", "level": "custom"}
ENDED = date(2020, 1, 1)


@pytest.fixture(autouse=True)
def tianjin(db: None) -> None:
    """天津, 滨海新区 and 北京."""
    for code, name in (("120000", "天津市"), ("110000", "北京市")):
        Region.objects.create(code=code, name=name, short_name=name[:2], level="province")
    Region.objects.create(
        code="120116", name="滨海新区", short_name="滨海", level="county", parent_id="120000"
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"parent_id": "120116"},
        {"code": "120116001002", "parent_id": "120116"},
        {"code": "12000001", "parent_id": "120000"},
        {"code": "120117", "level": "county", "parent_id": "120000"},
        {"code": "120100", "level": "prefecture", "parent_id": "120000"},
        {"code": "130000", "level": "province"},
        {"parent_id": "120116", "also_under_id": "110000"},
        {"parent_id": "120116", "valid_from": date(2010, 1, 1), "valid_to": ENDED},
        {"parent_id": "120116", "valid_to": ENDED, "successor_id": "120000"},
    ],
)
def test_a_division_in_order_is_taken(facts: dict[str, Any]) -> None:
    Region.objects.create(**GOOD | facts)


@pytest.mark.parametrize(
    ("promise", "facts"),
    [
        ("code_is_digits", {"code": "1201160A", "parent_id": "120116"}),
        ("code_is_digits", {"code": "120116 1", "parent_id": "120116"}),
        ("level_agrees_with_code", {"code": "1201", "level": "county", "parent_id": "120000"}),
        ("level_agrees_with_code", {"code": "", "level": "province"}),
        ("level_agrees_with_code", {"code": "131000", "level": "province"}),
        ("level_agrees_with_code", {"code": "120200", "level": "county", "parent_id": "120000"}),
        ("level_agrees_with_code", {"code": "120118", "level": "custom", "parent_id": "120000"}),
        ("level_agrees_with_code", {"level": "county", "parent_id": "120116"}),
        ("level_agrees_with_code", {"level": "township", "parent_id": "120116"}),
        ("parent_agrees_with_code", {}),
        ("parent_agrees_with_code", {"parent_id": "110000"}),
        ("parent_agrees_with_code", {"code": "120118", "level": "county", "parent_id": "110000"}),
        ("parent_agrees_with_code", {"code": "120118", "level": "county"}),
        (
            "parent_agrees_with_code",
            {"code": "130000", "level": "province", "parent_id": "120000"},
        ),
        ("parent_agrees_with_code", {"code": "12011701", "parent_id": "120116"}),
        ("not_its_own_parent", {"parent_id": "12011601"}),
        ("also_under_another", {"parent_id": "120116", "also_under_id": "12011601"}),
        ("also_under_another", {"parent_id": "120116", "also_under_id": "120116"}),
        ("has_names", {"parent_id": "120116", "name": ""}),
        ("has_names", {"parent_id": "120116", "short_name": ""}),
        (
            "begins_before_it_ends",
            {"parent_id": "120116", "valid_from": ENDED, "valid_to": ENDED},
        ),
        ("successor_only_when_ended", {"parent_id": "120116", "successor_id": "120000"}),
        (
            "successor_only_when_ended",
            {"parent_id": "120116", "valid_to": ENDED, "successor_id": "12011601"},
        ),
    ],
)
def test_a_division_out_of_order_is_refused(promise: str, facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=promise), transaction.atomic():
        Region.objects.create(**GOOD | facts)
    with pytest.raises(ValidationError):  # and a form says so before
        Region(**GOOD | facts).full_clean()


def test_a_code_has_at_most_twelve_digits() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Region.objects.create(**GOOD | {"code": "1201160010023", "parent_id": "120116"})


@pytest.mark.parametrize("tie", ["parent_id", "also_under_id", "successor_id"])
def test_a_tie_to_a_division_that_does_not_exist_is_refused(tie: str) -> None:
    facts = {"parent_id": "120116", "valid_to": ENDED, tie: "12011"}
    with pytest.raises(IntegrityError):
        _create_and_settle(facts)


@transaction.atomic
def _create_and_settle(facts: dict[str, Any]) -> None:
    """Ties are looked at when a transaction ends, which a test's never does: look at them now."""
    Region.objects.create(**GOOD | facts)
    connection.check_constraints()
