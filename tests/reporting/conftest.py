"""A bulletin that is public, and what a reader says of its first part."""

import pytest

from bulletins.models import Edition, ErrorReport
from bulletins.reporting import Said, Subject, receive, subject_of
from tests.office import People, released

SAID = Said(
    "typo",
    "第一段“扎实推进”写成了“札实推进”，读起来很别扭",
    "请改成扎实推进",
    "张三，022-12345678",
)


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


@pytest.fixture
def subject(live: Edition) -> Subject:
    """The part of 天津."""
    found = subject_of(live.article.number or 0, live.parts.all()[0].key)
    assert found
    return found


@pytest.fixture
def report(subject: Subject) -> ErrorReport:
    return receive(subject, SAID, form="form")
