"""Every page of the admin with its forms, found by the list of addresses, not written by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.test import Client
from django.urls import reverse
from lxml import html

from bulletins.workflow.verbs import ARTICLE_VERBS, EDITION_VERBS
from tests.hostile.values import Pairs
from tests.permissions.addresses import ROWS
from tests.permissions.test_address_matrix import address

# What the pages' scripts send, where there is no form to be read
SCRIPTS: dict[str, tuple[str, ...]] = {
    "admin:bulletins_edition_comments": (
        *("add", "text-whole", "resolve", "reopen", "back", "part", "named"),
    ),
    "admin:bulletins_edition_paste": ("html",),
    "admin:bulletins_edition_picture": ("picture", "alt"),
    "admin:bulletins_edition_working": ("boxes", "open", "gone"),
}
LEAVE_ALONE = ("admin:logout", "admin:login")


@dataclass(frozen=True)
class Form:
    """Where it is sent, and what a browser would send when nothing was touched."""

    address: str
    pairs: Pairs


def addresses(things: dict[str, Any]) -> Iterator[str]:
    """One address for each row of the table, and one for each verb."""
    for name, row in ROWS.items():
        if name == "admin:bulletins_edition_do":
            for verb in EDITION_VERBS:
                yield reverse(name, args=[things["edition"], verb.name])
        elif name == "admin:bulletins_edition_article":
            for verb in ARTICLE_VERBS:
                yield reverse(name, args=[things["edition"], verb.name])
        elif name not in LEAVE_ALONE:
            yield address(name, things.get(row.about, 1))


def forms(client: Client, things: dict[str, Any]) -> Iterator[Form]:
    """Each form once, though many pages may show it."""
    seen = set()
    for one in addresses(things):
        for form in _forms_on(client, one):
            key = form.address, tuple(name for name, _ in form.pairs)
            if key not in seen:
                seen.add(key)
                yield form
    for name, fields in SCRIPTS.items():
        where = address(name, things["edition"])
        yield Form(where, [(field, b"whole") for field in fields])


def _forms_on(client: Client, where: str) -> Iterator[Form]:
    said = client.get(where)
    if said.streaming:
        b"".join(said.streaming_content)  # type: ignore[attr-defined]  # and thereby closed
    if said.status_code != 200 or "html" not in said["Content-Type"]:
        return
    page: Any = html.document_fromstring(said.content)
    for form in page.forms:
        if form.method == "POST" and "logout" not in (form.action or ""):
            yield Form(urljoin(where, form.action or ""), list(_pairs(form)))


def _pairs(form: Any) -> Iterator[tuple[str, bytes]]:
    """Disabled fields, too: the page's script wakes them."""
    for field in form.xpath(".//input | .//textarea | .//select | .//button"):
        if name := field.get("name"):
            yield name, str(_value(field)).encode("utf-8", "ignore")


def _value(field: Any) -> object:
    value = field.get("value") if field.tag in ("button", "input") else field.value
    return value or ""
