"""A row that contradicts itself is refused by the database, with every trigger lifted."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model

from bulletins.models import Edition
from bulletins.refusals.intervals import NAME as INTERVALS
from tests.models.contradictions import CONTRADICTIONS, GOOD, GOOD_EDITIONS, Contradiction, Facts
from tests.models.walks import names_for, walked
from tests.office import Office, People
from tests.refusals import ON_EVERY_ENGINE, lifted, undone

CONSTRAINTS = {
    constraint.name: constraint
    for app in ("accounts", "bulletins")
    for model in apps.get_app_config(app).get_models()
    for constraint in model._meta.constraints
}
# An unknown state contradicts everything that is said of the known ones, too.
ALSO = {"bulletins_edition_state": "|bulletins_edition_sealed_when_submitted"}


@pytest.fixture
def names(draft: Edition, office: Office, people: People) -> dict[str, int]:
    """Rows to tie to."""
    return names_for(walked("draft", draft, people), office, people)


@pytest.mark.parametrize("case", CONTRADICTIONS, ids=lambda case: case.name)
def test_a_row_that_contradicts_itself_or_another_is_refused(
    case: Contradiction, names: dict[str, int]
) -> None:
    with unguarded(case.model):
        if case.before is not None:
            _insert(case.model, case.before, names)
        with pytest.raises(IntegrityError, match=_complaint(case)), transaction.atomic():
            _insert(case.model, case.facts, names)


@pytest.mark.parametrize("model", GOOD, ids=lambda model: model.__name__)
def test_a_good_row_is_taken(model: type[Model], names: dict[str, int]) -> None:
    with unguarded(model):
        _insert(model, {}, names)


@pytest.mark.parametrize("facts", GOOD_EDITIONS)
def test_an_edition_may_stand_in_each_of_these_ways(facts: Facts, names: dict[str, int]) -> None:
    with unguarded(Edition):
        _insert(Edition, facts, names)


def test_every_constraint_has_a_contradiction() -> None:
    assert {case.name for case in CONTRADICTIONS} == set(CONSTRAINTS)


@contextmanager
def unguarded(model: type[Model]) -> Iterator[None]:
    """No refusal in force on its table; in the end nothing was written."""
    table = model._meta.db_table
    guards = [name for name, refusal in ON_EVERY_ENGINE.items() if refusal.table == table]
    with lifted(*guards, *([INTERVALS] if model is Edition else [])), undone():
        yield


def _insert(model: type[Model], facts: Facts, names: dict[str, int]) -> None:
    row = {name: _named(value, names) for name, value in (GOOD[model] | facts).items()}
    model._default_manager.create(**row)


def _named(value: object, names: dict[str, int]) -> object:
    return names[value[1:]] if isinstance(value, str) and value.startswith("@") else value


def _complaint(case: Contradiction) -> str:
    """The constraint's name; of a unique one SQLite names the columns instead."""
    columns = {field.name: field.column for field in case.model._meta.concrete_fields}
    together = ", ".join(
        f"{case.model._meta.db_table}.{columns[name]}"
        for name in getattr(CONSTRAINTS[case.name], "fields", ())
    )
    return f"{case.name}|: {together or '-'}$" + ALSO.get(case.name, "")
