"""A site with a store: its pages asked for, what is stored, and what would be answered now."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone

from bulletins.listing.lasting import ALONG, ROWS, STATES, forget
from bulletins.models import Article, Column, Listing
from bulletins.pages.addresses import addresses_of
from bulletins.store.answers import Answer
from bulletins.store.beating import keep
from bulletins.store.filling import STORED
from bulletins.store.folder import Folder, the_folder
from bulletins.store.places import PAGE

FIXED = (
    *("/", "/archive/", "/regions/", "/tags/", "/site-map/", "/about/", "/contact/", "/privacy/"),
    *("/sitemap.xml", "/sitemaps/lists.xml", "/sitemaps/1.xml", "/robots.txt"),
    *("/feeds/site.atom", "/feeds/site.rss", "/feeds/changes.atom", "/feeds/changes.rss"),
)
SHARES = ("open", "closed", "valid", "lapsed")


def keep_now() -> Folder:
    """What the poller does once a second."""
    folder = the_folder()
    keep(folder, timezone.now())
    return folder


def ask_for_all() -> None:
    """Every page there is of a kind that is stored."""
    client = Client()
    for address in all_addresses():
        if may_be_stored(address):
            client.get(address)


def may_be_stored(address: str) -> bool:
    try:
        return resolve(address).url_name in STORED
    except Resolver404:
        return False


def all_addresses() -> Iterator[str]:
    yield from FIXED
    for article in Article.objects.exclude(number=None):
        yield from addresses_of(article)
    for column in Column.objects.all():
        yield from _of_list(f"/columns/{column.slug}/", f"column:{column.slug}")
        yield from (f"/columns/{column.slug}/{share}/" for share in SHARES)
        yield from (f"/feeds/columns/{column.slug}.{form}" for form in ("atom", "rss"))
    names = Listing.objects.values_list("list", flat=True).distinct()
    for name in names:
        kind, _, key = name.partition(":")
        if kind in ("region", "tag"):
            yield from _of_list(f"/{kind}s/{key}/", name)
            yield f"/feeds/{kind}s/{key}.atom"
    yield from _of_list("/archive/", "all")


def _of_list(address: str, name: str) -> Iterator[str]:
    yield address
    rows = Listing.objects.filter(list=name).order_by("-first_published_at")
    for number, at in rows.values_list("number", "first_published_at")[:6]:
        yield f"{address}before/{number}/"
        yield f"{address}{at:%Y}/{at:%m}/"


def stored() -> dict[str, Answer]:
    """By address."""
    whole = the_folder().root / "whole"
    found = {}
    for place in sorted(whole.rglob("*")):
        if place.is_file():
            address = "".join(f"/{_read(piece)}" for piece in place.relative_to(whole).parts)
            found[address.removesuffix(PAGE)] = Answer.read(place.read_bytes())
    return found


def _read(piece: str) -> str:
    return bytes.fromhex(piece[1:]).decode() if piece.startswith("~") else piece


def fresh(addresses: Iterable[str]) -> dict[str, bytes]:
    """What is answered now; nothing for what is no answer of 200."""
    client = Client()
    with _remembering_nothing():
        answers = {one: client.get(one) for one in addresses}
    return {one: said.content for one, said in answers.items() if said.status_code == 200}


@contextmanager
def _remembering_nothing() -> Iterator[None]:
    """As another process would answer; what this one knows of lists, it knows again afterwards."""
    kept = [(one, dict(one)) for one in (ROWS, STATES, ALONG)]
    forget()
    try:
        yield
    finally:
        for one, was in kept:
            one.clear()
            one.update(was)  # type: ignore[arg-type]


def stale() -> list[str]:
    """The addresses at which the store holds something else than what is true now."""
    held = stored()
    now = fresh(held)
    return [one for one, answer in held.items() if answer.body != now.get(one, b"")]
