"""However a reader names an article, her words are found when it is erased."""

import pytest
from pytest_django import Settings

from bulletins import workflow
from bulletins.erasing.texts import reports_of
from bulletins.models import Edition, ErrorReport, Role
from bulletins.reporting import receive, subject_at
from bulletins.reporting.addresses import path_in
from tests.office import Office, People
from tests.reporting.conftest import SAID

pytestmark = pytest.mark.django_db
NAMED = (
    "/articles/1/",
    "/articles/1",
    "/articles/1?from=wx#k3v9ta",
    "http://testserver/articles/1/",
    "HTTPS://www.TestServer:8443/articles/1",
    "testserver/articles/1/regions/120000/",
    "http：//testserver／articles／１",
    "/articles/1/files/%E5%90%8D%E5%8D%95.pdf",
    "见 http://testserver/articles/1/，第二段",
    "articles/1",
)
OTHERS = ("/articles/12/", "http://testserver/articles/12", "首页", "/columns/news/")


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL = "http://testserver"


def test_erasing_leaves_no_words_of_its_readers(
    live: Edition, people: People, office: Office
) -> None:
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="依申请")
    for number, place in enumerate((*NAMED, *OTHERS)):
        receive(subject_at(place), SAID, form=str(number))
    mine = ErrorReport.objects.filter(reports_of(live.article))
    assert [one.place for one in mine if one.article_id != live.article_id] == []
    assert mine.count() == len(NAMED)
    boss = office.hire("boss", Role.ADMINISTRATOR)
    workflow.erase(live.article, by=boss, reason="依申请")
    assert {(one.place, one.words, one.contact) for one in mine.all()} == {("/articles/1/", "", "")}
    assert ErrorReport.objects.filter(words=SAID.words).count() == len(OTHERS)


@pytest.mark.usefixtures("live")
@pytest.mark.parametrize("place", [*NAMED[:6], "//testserver//articles/1"])
def test_an_address_typed_otherwise_is_the_same_page(place: str) -> None:
    found = subject_at(place)
    assert (found.place, found.title) == ("/articles/1/", "多地推进网络工作")


@pytest.mark.usefixtures("live")
def test_what_stands_among_words_stays_the_readers_place() -> None:
    found = subject_at(NAMED[-2])
    assert (found.place, found.edition, bool(found.article)) == (NAMED[-2], None, True)


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("https://evil.example/articles/1/", ""),
        ("首页上面那个", ""),
        ("testserver/columns/news?page=2", "/columns/news/"),
        ("/articles/1/article.docx#x", "/articles/1/article.docx#x"),
        ("/articles/1/%00%E2%80%AEx/", "/articles/1/x/"),
        ("", ""),
    ],
)
def test_an_address_of_others_is_none_of_ours(said: str, path: str) -> None:
    assert path_in(said) == path
