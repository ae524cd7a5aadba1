"""What is still missing before anybody is asked to review."""

from dataclasses import replace

import pytest

from bulletins.drafting import start_article
from bulletins.models import Source
from bulletins.workflow.completeness import missing
from tests.office import NOTICE, Office, People

pytestmark = pytest.mark.django_db
REPRINT = replace(NOTICE, source="海河发布")


def gaps(office: Office, people: People, **facts: str) -> list[str]:
    document = replace(REPRINT, **facts)  # type: ignore[arg-type]
    draft = start_article(document, column=office.notices, by=people.lin)
    return [gap.field for gap in missing(draft)]


def test_a_reprint_asks_for_the_originals_address(office: Office, people: People) -> None:
    Source.objects.create(name="海河发布", address="https://haihe.example.cn/")
    assert gaps(office, people) == ["source_address"]
    assert gaps(office, people, source_address="https://haihe.example.cn/1.html") == []


@pytest.mark.parametrize("facts", [{"own": True, "address": "https://a.example.cn/"}, {}])
def test_our_own_pages_and_a_publisher_without_pages_do_not(
    facts: dict[str, object], office: Office, people: People
) -> None:
    Source.objects.create(name="海河发布", **facts)
    assert gaps(office, people) == []


def test_who_is_not_in_the_list_is_not_asked(office: Office, people: People) -> None:
    assert gaps(office, people) == []
