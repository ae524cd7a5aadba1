"""Fewer review stages in a column: asked for by one administrator, done by another, on record."""

import pytest
from django.urls import reverse

from accounts.models import AuditEntry, User
from bulletins.models import Column, Role
from bulletins.permissions import Refused
from bulletins.workflow.columns import confirm_fewer_stages, save_column
from tests.editing.forms import signed_in
from tests.office import Office, People


@pytest.fixture
def wei(office: Office) -> User:
    return office.hire("wei", Role.ADMINISTRATOR)


def asked(office: Office, by: User) -> Column:
    """One stage instead of three, and another description."""
    column = Column.objects.get(pk=office.news.pk)
    column.review_stages, column.description = 1, "各地动态"
    assert save_column(column, by=by)
    return Column.objects.get(pk=column.pk)


def test_one_administrator_alone_lowers_nothing(office: Office, wei: User) -> None:
    column = asked(office, wei)
    assert (column.review_stages, column.fewer_stages, column.description) == (3, 1, "各地动态")
    with pytest.raises(Refused, match="另一位管理员"):
        confirm_fewer_stages(column, column.fewer_stages, by=wei)
    assert Column.objects.get(pk=column.pk).review_stages == 3


def test_a_second_one_lets_it_take_effect_once(office: Office, wei: User) -> None:
    column, second = asked(office, wei), office.hire("yang", Role.ADMINISTRATOR)
    confirm_fewer_stages(column, column.fewer_stages, by=second)
    assert Column.objects.get(pk=column.pk).review_stages == 1
    with pytest.raises(Refused, match="没有等待确认的降级"):
        confirm_fewer_stages(column, column.fewer_stages, by=second)
    done = AuditEntry.objects.get(action="confirm_fewer_stages")
    assert done.detail == {"from": 3, "to": 1, "asked_by": wei.pk}
    assert done.actor == f"user:{second.pk}"


def test_what_is_confirmed_is_the_number_that_was_shown(office: Office, wei: User) -> None:
    column, second = asked(office, wei), office.hire("yang", Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="刚被改为降到 1 审"):
        confirm_fewer_stages(column, 2, by=second)
    assert Column.objects.get(pk=column.pk).review_stages == 3


def test_the_button_is_for_the_other_administrator(office: Office, wei: User) -> None:
    column = asked(office, wei)
    office.hire("yang", Role.ADMINISTRATOR)
    page = reverse("admin:bulletins_column_change", args=[column.pk])
    assert "确认降为" not in signed_in("wei").get(page).content.decode()
    assert "确认降为 1 审" in signed_in("yang").get(page).content.decode()
    confirm = reverse("admin:bulletins_column_confirm", args=[column.pk])
    signed_in("yang").post(confirm, {"stages": "1"})
    assert Column.objects.get(pk=column.pk).review_stages == 1


def test_more_stages_take_effect_at_once(office: Office, wei: User) -> None:
    column = Column.objects.get(pk=office.notices.pk)
    column.review_stages = 2
    assert not save_column(column, by=wei)
    assert Column.objects.get(pk=column.pk).review_stages == 2


def test_nobody_else_touches_a_column(office: Office, people: People, wei: User) -> None:
    column = asked(office, wei)
    for somebody in (people.lin, people.zhong, office.hire("shen", Role.AUDITOR)):
        with pytest.raises(Refused, match="只有管理员"):
            save_column(column, by=somebody)
        with pytest.raises(Refused, match="只有管理员"):
            confirm_fewer_stages(column, column.fewer_stages, by=somebody)
