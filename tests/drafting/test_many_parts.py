"""An edition of 34 regions: saving one leaves the others alone, and costs the same as in a small one."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import document_of, save_part, start_article
from bulletins.drafting.content import part_of
from bulletins.models import Edition, Part, Section
from bulletins.workflow import submit
from tests.office import Office, People, again, saying

SECTIONS = tuple(DocumentSection(1, f"第{n}节", "<p>内容。</p>") for n in range(12))


def edition_of(parts: int, office: Office, people: People) -> Edition:
    """Twelve sections in each part."""
    document = Document(
        title="三十四地动态",
        parts=tuple(DocumentPart(None, f"第{n}地", "<p>导语</p>", SECTIONS) for n in range(parts)),
    )
    return again(start_article(document, column=office.news, by=people.lin))


def rows(edition: Edition, but: Part) -> list[list[Any]]:
    """Every other part and its sections, ids and all: a row written anew would have another."""
    return [
        list(Part.objects.filter(edition=edition).exclude(pk=but.pk).order_by("pk").values()),
        list(Section.objects.filter(edition=edition).exclude(part=but).order_by("pk").values()),
    ]


def statements(asked: CaptureQueriesContext) -> int:
    """Without savepoints and locks, of which PostgreSQL needs more."""
    sql = [query["sql"] for query in asked.captured_queries]
    return sum(not re.match(r"SAVEPOINT|RELEASE|SELECT pg_advisory", one) for one in sql)


def test_saving_one_part_leaves_33_untouched(office: Office, people: People) -> None:
    edition = edition_of(34, office, people)
    part = edition.parts.all()[17]
    before = rows(edition, part)
    assert save_part(part, saying(part_of(part), "新"), seen=1, by=people.lin)
    assert rows(edition, part) == before


@pytest.mark.parametrize("parts", [1, 34])
def test_saving_a_part_asks_the_database_a_fixed_number_of_times(
    office: Office, people: People, parts: int
) -> None:
    part = edition_of(parts, office, people).parts.select_related("edition").all()[0]
    wanted = saying(part_of(part), "新")
    with CaptureQueriesContext(connection) as asked:
        save_part(part, wanted, seen=1, by=people.lin)
    assert statements(asked) == 15


@pytest.mark.parametrize("parts", [1, 34])
def test_reading_an_edition_and_submitting_it_do_so_too(
    office: Office, people: People, parts: int
) -> None:
    edition = edition_of(parts, office, people)
    with CaptureQueriesContext(connection) as asked:
        document_of(Edition.objects.with_body().get(pk=edition.pk))
    assert statements(asked) == 5
    with CaptureQueriesContext(connection) as asked:
        submit(edition, by=people.lin)
    assert statements(asked) == 30
