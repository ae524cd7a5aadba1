"""Every address × every role × own and other column × own and other region, against the table."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from accounts.audit import record
from accounts.models import AuditEntry, User
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import start_article
from bulletins.importing import receive
from bulletins.importing.reading import understand_paste
from bulletins.models import (
    AskedQuery,
    Column,
    Edition,
    Grant,
    Import,
    LexiconEntry,
    Role,
    SiteSettings,
    Source,
    SpecialDay,
)
from bulletins.models.grant import SITE_WIDE
from bulletins.reporting import Said, Subject
from bulletins.reporting import receive as receive_report
from regions.models import Region
from tests.editing.test_richtext import picture
from tests.office import Office, People
from tests.permissions.addresses import ROWS

pytestmark = pytest.mark.django_db
PUBLIC = {
    *("home", "article", "part", "file", "edition", "record", "regions", "preview", "preview-file"),
    *(
        f"{kind}{way}"
        for kind in ("column", "share", "region", "tag", "archive")
        for way in ("", "-month", "-before")
    ),
    *(f"{kind}-feed" for kind in ("site", "column", "region", "tag", "changes")),
    *("api", "api-page"),
    *("deadline", "form", "file-text", "sitemap", "sitemap-page", "sitemap-lists", "robots"),
    *("find-report", "new-report", "report"),
    *("tags", "site-map", "about", "contact", "privacy", "theme"),
    *("compare", "compare-file"),
    *("search", "suggest", "opensearch"),
}
# Django's own: a redirect to the page it names, the list of an app's models, and 404 for the rest
NAMELESS = {"admin:None", "admin:app_list"}
NOWHERE = 987654321


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from names(one.url_patterns, inner)
        else:
            yield f"{space}{one.name}"


def test_every_address_has_a_row() -> None:
    found = set(names(get_resolver().url_patterns))
    assert found - PUBLIC - NAMELESS == set(ROWS)


@pytest.fixture
def editions(office: Office, people: People, places: None) -> dict[tuple[str, str], Edition]:
    """One draft in each place: own and other column, own and other region."""
    return {
        (column, region): start_article(
            Document(
                title=f"密件{column}{region}",
                parts=(DocumentPart(code, "", f"<p>密文{column}{region}</p>"),),
            ),
            column=office.news if column == "own" else office.notices,
            by=people.lin,
        )
        for column in ("own", "other")
        for region, code in (("own", "120116"), ("other", "520000"))
    }


@pytest.fixture
def things(
    editions: dict[tuple[str, str], Edition], people: People, office: Office
) -> dict[str, Any]:
    """A row of everything else an address may name."""
    from bulletins.files import store_picture

    record("test", "x:1", by=people.lin)
    understood = understand_paste("天津\n一、加强\n正文")
    return {
        "column": Column.objects.get(slug="local").pk,
        "grant": Grant.objects.order_by("pk")[0].pk,
        "user": people.lin.pk,
        "source": Source.objects.create(name="海河发布").pk,
        "sitesettings": SiteSettings.objects.create(pk=1, name="网").pk,
        "region": Region.objects.get(pk="120116").pk,
        "errorreport": receive_report(
            Subject("/", column=office.news.pk, region="120116"), Said("typo", "错字"), form="x"
        ).pk,
        "specialday": SpecialDay.objects.create(day=date(2026, 10, 1)).pk,
        "lexiconentry": LexiconEntry.objects.create(kind="word", words="甲乙", folded="甲乙").pk,
        "askedquery": AskedQuery.objects.create(day=date(2026, 10, 1), folded="网", said="网").pk,
        "auditentry": AuditEntry.objects.order_by("seq")[0].pk,
        "import": receive(understood, b"x", "x.txt", by=people.lin).pk,
        "picture": store_picture(picture(), "x.png", by=people.lin).pk,
    }


def person(office: Office, role: Role) -> Client:
    """Somebody who holds the role for 天津 in 网上传播 only."""
    wide = role in SITE_WIDE
    column, region = (None, None) if wide else (office.news, "120000")
    office.hire(f"p-{role}", role, column=column, region=region)
    client = Client()
    assert client.login(username=f"p-{role}", password=f"p-{role}")
    return client


def address(name: str, key: object) -> str:
    """The address with this key, wherever it wants one."""
    second = "close" if name.endswith("_article") else "submit"
    for arguments in ([], [key], [key, second], [1, key]):
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(name)


def answer(client: Client, name: str, key: object, *, post: bool) -> tuple[object, ...]:
    """Status, where it leads, and the page, without what differs between any two answers."""
    said = client.post(address(name, key), {}) if post else client.get(address(name, key))
    if said.streaming:
        return said.status_code, b"".join(said.streaming_content)  # type: ignore[attr-defined]
    asked = re.compile(rf"(?<![\w-]){re.escape(str(key))}(?!\w)")  # "8", but not in "utf-8"
    # The sizes of type in the masthead are numbers, too.
    html = re.sub(r"<fieldset>.*?</fieldset>", "", said.content.decode(), flags=re.DOTALL)
    page = asked.sub("KEY", html)
    page = re.sub(r'value="[A-Za-z0-9]{64}"', "TOKEN", page)
    return said.status_code, asked.sub("KEY", said.headers.get("Location", "")), page


def is_let_in(said: tuple[object, ...]) -> bool:
    """Not 403, not 404, and not sent to the front page as one who asks for what is not there."""
    return said[0] not in (403, 404) and said[1] != "/admin/"


@pytest.mark.parametrize("role", Role)
def test_each_address_opens_to_whom_the_table_says_and_to_nobody_else(
    role: Role,
    office: Office,
    editions: dict[tuple[str, str], Edition],
    things: dict[str, Any],
) -> None:
    client = person(office, role)
    wrong = []
    for name, row in ROWS.items():
        if name in ("admin:logout", "admin:login", "admin:autocomplete", "admin:view_on_site"):
            continue
        if row.about == "edition":
            wrong += list(_wrong_editions(client, role, name, editions))
            continue
        key = things.get(row.about, 1)
        said = answer(client, name, key, post=row.post)
        if is_let_in(said) != (role in row.roles):
            wrong.append((name, said[0], said[1]))
    assert wrong == []


def _wrong_editions(
    client: Client, role: Role, name: str, editions: dict[tuple[str, str], Edition]
) -> Iterator[tuple[object, ...]]:
    post = ROWS[name].post
    missing = answer(client, name, NOWHERE, post=post)
    for place, edition in editions.items():
        said = answer(client, name, edition.pk, post=post)
        in_scope = place == ("own", "own") or role in SITE_WIDE
        allowed = in_scope and role in ROWS[name].roles
        if is_let_in(said) != allowed:
            yield name, place, said[0], said[1]
        if not in_scope and said != missing:
            yield name, place, "differs from what is not there", said[0], missing[0]


@pytest.mark.parametrize("role", [None, *Role])
def test_no_page_of_hers_says_a_word_of_what_is_not_hers(
    role: Role | None,
    office: Office,
    editions: dict[tuple[str, str], Edition],
) -> None:
    """Lists, searches, filters: another column's or region's text is nowhere to be seen."""
    if role is None:
        client = Client()
        User.objects.create_user("none", password="none", is_staff=True)
        assert client.login(username="none", password="none")
    else:
        client = person(office, role)
    pages = ["/admin/", "/admin/bulletins/edition/", "/admin/bulletins/edition/?q=密件"]
    pages += ["/admin/bulletins/edition/?o=1", "/admin/bulletins/edition/import/"]
    text = "".join(client.get(page).content.decode() for page in pages)
    seen = {place for place in editions if f"密件{place[0]}{place[1]}" in text}
    expected = {("own", "own")} if role else set()
    assert seen == (set(editions) if role in SITE_WIDE else expected)


@pytest.mark.parametrize("role", [*Role])
def test_the_stock_doors_stay_shut(
    role: Role, office: Office, editions: dict[tuple[str, str], Edition]
) -> None:
    """Popups, 在站点上查看, autocomplete and bulk actions lead no further than the pages do."""
    client = person(office, role)
    edition = editions["other", "other"]
    ask = {"app_label": "bulletins", "model_name": "grant", "field_name": "user", "term": "l"}
    assert client.get("/admin/autocomplete/", ask).status_code == 404
    ask |= {"model_name": "edition", "field_name": "article"}
    assert client.get("/admin/autocomplete/", ask).status_code == 404
    form = {"action": "delete_selected", "_selected_action": [edition.pk], "post": "yes"}
    client.post("/admin/bulletins/edition/", form)
    assert Edition.objects.filter(pk=edition.pk).exists()
    popup = client.get(f"/admin/bulletins/edition/{edition.pk}/change/?_popup=1&_to_field=id")
    assert popup.status_code == (200 if role in SITE_WIDE else 404)
    for app in ("bulletins", "accounts", "regions"):
        page = client.get(f"/admin/{app}/")
        assert page.status_code in (200, 404)
        assert "密件" not in page.content.decode()


def test_without_signing_in_every_address_leads_to_the_door(
    editions: dict[tuple[str, str], Edition], things: dict[str, Any]
) -> None:
    for name, row in ROWS.items():
        if name in ("admin:login", "admin:logout", "admin:jsi18n"):
            continue
        key = editions["own", "own"].pk if row.about == "edition" else things.get(row.about, 1)
        said = Client().get(address(name, key))
        assert said.status_code == 302, name
        assert said["Location"].startswith("/admin/login/"), name


def test_an_account_that_may_not_sign_in_is_sent_back(
    office: Office, editions: dict[tuple[str, str], Edition]
) -> None:
    left = office.hire("left", Role.EDITOR)
    client = Client()
    client.force_login(left)
    left.is_active = False
    left.save()
    page = f"/admin/bulletins/edition/{editions['own', 'own'].pk}/change/"
    assert client.get(page).status_code == 302
    assert Import.objects.count() == 0
