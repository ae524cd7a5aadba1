"""Two hundred ways in through a report: on no page do they make a single element or attribute."""

from html.parser import HTMLParser

import pytest
from django.test import Client

from bulletins.document.plain import visible
from bulletins.models import ErrorReport
from bulletins.reporting import Said, receive, subject_at
from tests.document.hostile.test_payloads import PAYLOADS
from tests.editing.doors import at_desk
from tests.office import People

pytestmark = pytest.mark.django_db
WHOLE = "".join(PAYLOADS)
FIELDS = ("place", "words", "proposal", "contact", "website")


class Elements(HTMLParser):
    """Every element with the names of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))


def elements(page: bytes) -> list[tuple[str, tuple[str, ...]]]:
    parser = Elements()
    parser.feed(page.decode())
    return parser.found


@pytest.mark.parametrize("field", [*FIELDS, "kind", "form"])
def test_what_is_refused_comes_back_as_text(client: Client, field: str) -> None:
    pages = [client.post("/reports/new/", {field: words}) for words in ("错" * 2000, WHOLE)]
    assert [page.status_code for page in pages] == [422, 422]
    assert elements(pages[0].content) == elements(pages[1].content)


def test_what_is_asked_for_in_an_address_comes_back_as_text(client: Client) -> None:
    for address in ("/reports/new/?path=/", "/reports/?receipt="):
        plain = elements(client.get(f"{address}x").content)
        for payload in PAYLOADS[::10]:
            name, value = address.partition("?")[2].split("=")
            page = client.get(address.partition("?")[0], {name: value + payload[:300]})
            assert elements(page.content) == plain, payload


def test_the_desk_reads_it_as_text(people: People) -> None:
    client, seen = at_desk(people.zhi), []
    for words in ("错", visible(WHOLE)):
        said = Said("typo", words, words, words[:100])
        report = receive(subject_at(words), said, form=words[:9])
        seen.append(
            [
                elements(client.get(f"/admin/bulletins/errorreport/{address}").content)
                for address in (f"{report.pk}/change/", "")
            ]
            + [elements(client.get("/admin/").content)]
        )
        ErrorReport.objects.all().delete()
    assert seen[0] == seen[1]
