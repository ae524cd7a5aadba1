"""Schemathesis asks all that the description allows, and what it does not; every check is on."""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.config import GenerationConfig, SchemathesisConfig

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.public.api import routes
from bulletins.public.api.cursors import Asked, Place
from tests.office import NOTICE, Office, People, released

pytestmark = pytest.mark.django_db
FEW = settings(
    max_examples=8,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    database=None,
)
THERE = (
    {"slug": "news", "code": "120000", "number": 1},
    {"slug": "网络", "code": "520000", "number": 3},
)
POSITIVE, NEGATIVE = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
CONFIG = SchemathesisConfig.from_dict(
    {
        # What was public and is no more is answered to a good question, too.
        "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", 404, 410]}},
    }
)


@pytest.fixture
def everything(draft: Any, office: Office, people: People) -> None:
    """A bulletin, a notice, and one that was withdrawn: what addresses lead to."""
    released(draft, people)
    released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    gone = released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    workflow.withdraw(gone.article, "wrong", by=people.zhi, reason="因")


@pytest.fixture
def schema() -> Iterator[Any]:
    """Asked as a server would be; but the test's connection stays, as with Django's own client."""
    described = schemathesis.openapi.from_dict(dict(routes.description()), config=CONFIG)
    described.app = WSGIHandler()
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield described
    for signal in signals:
        signal.connect(close_old_connections)


def ask(case: Case[Any]) -> int:
    """A good question has a cursor that was given out, which no asker can write by herself."""
    good = case.meta is None or case.meta.generation.mode == POSITIVE
    if good and "cursor" in case.query:
        case.query["cursor"] = _given_out(case)
    return case.call_and_validate(base_url="http://testserver/api/v1").status_code


def _given_out(case: Case[Any]) -> str:
    place = unquote(case.formatted_path).strip("/")
    asked = Asked(place, None, 1, str(case.query.get("parent", "")))
    after = (
        asked.next_code("120000") if place == "regions" else asked.next(Place(timezone.now(), 1))
    )
    return parse_qs(urlsplit(after).query)["cursor"][0]


def operations(schema: Any) -> list[Any]:
    return [found.ok() for found in schema.get_all_operations()]


def by_edges(schema: Any, operation: Any) -> Iterator[Case[Any]]:
    """At the edges of what is described, and one step beyond; with methods that nobody offered."""
    modes = {"generation_modes": [POSITIVE, NEGATIVE], "generation_config": GenerationConfig()}
    yield from schema.iter_coverage_cases(operation, **modes)


def by_chance(operation: Any) -> Iterator[Any]:
    """Good and bad questions about anything, and good ones about what is there."""
    yield operation.as_strategy(generation_mode=POSITIVE)
    if operation.path_parameters or operation.query:
        yield operation.as_strategy(generation_mode=NEGATIVE)
    for known in THERE:
        if names := [one.name for one in operation.path_parameters]:
            there = {name: known[name] for name in names}
            yield operation.as_strategy(generation_mode=POSITIVE, path_parameters=there)


def test_nothing_is_found(schema: Any, everything: None) -> None:
    answers: Counter[int] = Counter()

    def noted(case: Case[Any]) -> None:
        answers[ask(case)] += 1

    for operation in operations(schema):
        for case in by_edges(schema, operation):
            noted(case)
        for strategy in by_chance(operation):
            with_it: Any = given(strategy)
            FEW(with_it(noted))()
    assert answers[200] > 100
    assert answers[400] > 50
    assert answers[404] > 50
    assert answers[405] > 10
    assert answers[410] > 0
