"""A NUL or another control character, wherever an address may hold one; PostgreSQL takes none."""

import pytest
from django.test import Client

from bulletins.models import Edition
from tests.api.reading import ROOT
from tests.office import Office, People, released

pytestmark = pytest.mark.django_db
MISSING = (
    *("/tags/%00/", "/tags/a%00b/", "/tags/%1f/", "/tags/%C2%85/", "/tags/a%0A/before/1/"),
    *("/tags/%00/2026/01/", f"/tags/{'a' * 101}/", "/feeds/tags/%00.atom", "/%00/", "/x?%00"),
    *("/regions/120000/?tag=%00", "/regions/120000/?tag=a%0A", "/regions/120000/?column=%00"),
    *("/regions/120000/?year=%00", "/regions/120000/?before=1%00", "/columns/news%00/"),
    *("/articles/1/files/%00", f"/articles/1/files/{'a' * 64}%00", "/theme/%00", "/theme/a%00.css"),
    *(f"/preview/{'a' * 43}%00/", f"/preview/{'a' * 43}/files/%00", "/reports/%00/"),
    *("/reports/?receipt=%00", "/reports/?receipt=JC-2026-7Q4K-9F2%00"),
    *(f"{ROOT}tags/%00/articles", f"{ROOT}%00", f"{ROOT}columns/%00", f"{ROOT}regions/%00"),
)
ANSWERED = (
    *("/?at=%00", "/articles/1/?at=%00", "/archive/?at=%00", "/reports/new/?path=/%00"),
    *("/reports/new/?path=/columns/%2500/", "/reports/new/?article=1&key=%00"),
    *("/reports/new/?path=/articles/1/%2523%2500", "/compare/?article=1&about=%00a%00"),
    *("/compare/?article=%00", "/compare/?region=%00&year=%00", "/compare/?article=1&region=%00"),
    "/compare/?region=120000&year=2025&year=2026&old=%00&new=1%00",
)


@pytest.fixture
def live(office: Office, people: People, places: None, draft: Edition) -> Edition:
    return released(draft, people)


@pytest.mark.parametrize("address", MISSING)
def test_there_is_nothing_at_such_an_address(client: Client, live: Edition, address: str) -> None:
    assert client.get(address).status_code in (404, 422)


@pytest.mark.parametrize("address", ANSWERED)
def test_it_is_as_if_it_had_not_been_written(client: Client, live: Edition, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("name", ["at", "article", "cursor", "since", "limit", "region", "column"])
def test_the_api_says_why(client: Client, live: Edition, name: str) -> None:
    for place in ("articles", "changes", "regions", "tags/网络/articles"):
        said = client.get(f"{ROOT}{place}?{name}=%00")
        assert said.status_code in (200, 400, 404, 422)
