"""Every public address there can be, from the URL table; and everything that an answer says.

A kind of key without values here fails: a new address has to say what may stand in it.
"""

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any
from urllib.parse import quote, unquote

from django.db.models import Max
from django.test import Client
from django.urls import URLPattern, get_resolver
from pypdf import PdfReader
from taggit.models import Tag

from bulletins.models import Article, Column, Edition, ErrorReport, Part, StoredFile
from bulletins.public.api import routes
from bulletins.public.converters import FeedForm, TextForm
from bulletins.public.shares import FACETS
from regions.models import Region

NOBODYS = "x" * 43  # a preview link that nobody made
KEY = re.compile(r"<(?:\w+:)?(\w+)>|\{(\w+)\}")


def _numbers() -> list[str]:
    last = Article.objects.aggregate(last=Max("number"))["last"] or 0
    return [str(n) for n in range(1, last + 3)]


def _editions() -> list[str]:
    return [str(n) for n in sorted({*Edition.objects.values_list("number", flat=True)})]


def _regions() -> list[str]:
    used = {*Part.objects.exclude(region=None).values_list("region", flat=True)}
    above = Region.objects.all()
    found = used | {one.pk for code in used for one in above.ancestors_of(code or "")}
    return sorted(code for code in found if code)


def _months() -> list[tuple[str, str]]:
    dated = Article.objects.exclude(first_published_at=None)
    moments = [*dated.values_list("first_published_at", flat=True)]
    return sorted({(f"{one:%Y}", f"{one:%m}") for one in moments if one})


def keys(tokens: list[str]) -> dict[str, Callable[[], list[str]]]:
    """By the name of what stands in an address. tokens: of preview links that were made."""
    return {
        "number": _numbers,
        "edition": _editions,
        "code": _regions,
        "name": lambda: [*StoredFile.objects.values_list("pk", flat=True)],
        "sha256": lambda: [*StoredFile.objects.values_list("pk", flat=True)],
        "facet": lambda: [*FACETS],
        "year": lambda: [year for year, _ in _months()],
        "month": lambda: [month for _, month in _months()],
        "token": lambda: tokens,
        "kind": lambda: ["xlsx", "csv"],
        "receipt": lambda: [*ErrorReport.objects.values_list("receipt", flat=True)],
    }


def addresses(tokens: list[str]) -> list[str]:
    """Each once, with all that there is for every key, public or not."""
    known = keys(tokens)
    found: list[str] = []
    for one in get_resolver("bulletins.public.urls").url_patterns:
        assert isinstance(one, URLPattern)
        route = str(one.pattern)
        if one.name == "api":
            found += _of_api(known)
        else:
            found += _filled(f"/{route}", known, _forms(one))
    found += _questions()
    old = Article.objects.exclude(redirects=None).values_list("redirects__path", flat=True)
    return [*dict.fromkeys([*found, *(str(path) for path in old)])]


def _questions() -> Iterator[str]:
    """What is asked behind a question mark, of every article."""
    two = "region=430000&region=510000"
    for words in ("密", "secret", "赵某某", "mi"):
        yield f"/search/?q={quote(words)}"
        yield f"/search/suggest/?q={quote(words)}"
    yield from (f"/search/?{place}" for place in ("region=430000", "column=news", "year=2026"))
    for number in _numbers():
        for place in ("/compare/", "/compare/table.xlsx", "/compare/table.csv"):
            yield f"{place}?article={number}"
            yield f"{place}?article={number}&about=secret"
            yield f"{place}?article={number}&{two}"
            yield f"{place}?region=430000&old={number}&new=1"
        yield f"/reports/new/?article={number}"
        yield f"/reports/new/?path=/articles/{number}/"
    for year, _ in _months():
        yield f"/compare/?year={year}&{two}"
        yield f"/regions/430000/?year={year}&column=news"


def _of_api(known: dict[str, Callable[[], list[str]]]) -> Iterator[str]:
    described: Any = routes.description()
    for path in described["paths"]:
        yield from _filled(f"/api/v1{path}", known, [])
    yield "/api/v1/openapi.json"
    yield "/api/v1/changes?since=1999-01-01T00:00:00Z&limit=100"


def _forms(one: URLPattern) -> list[str]:
    """Two kinds of keys are called form."""
    converter = one.pattern.converters.get("form")
    kinds = (FeedForm, TextForm)
    return converter.regex.split("|") if isinstance(converter, kinds) else []


def _filled(
    route: str, known: dict[str, Callable[[], list[str]]], forms: list[str]
) -> Iterator[str]:
    names = [first or second for first, second in KEY.findall(route)]
    values = [_values(name, route, known, forms) for name in names]
    literal = KEY.sub("{}", route)
    yield from (literal.format(*map(quote, chosen)) for chosen in product(*values))


def _values(
    name: str, route: str, known: dict[str, Callable[[], list[str]]], forms: list[str]
) -> list[str]:
    if name == "form":
        return forms
    if name == "token" and "files" in route:
        return [NOBODYS]  # a preview's own files are for who has its link; the door shows nothing
    if name == "slug":
        rows: Any = Tag if "tags/" in route else Column
        return [*rows.objects.values_list("slug", flat=True)]
    return known[name]()


def share(places: list[str], turn: int, of: int) -> list[str]:
    """Every so-many-th, beginning elsewhere each turn; LANTAI_THOROUGH=1 asks for all of them."""
    return places if os.environ.get("LANTAI_THOROUGH") else places[turn::of]


def said(client: Client, address: str, at: str = "") -> str:
    """Everything that an answer says, small: its headers, its body, and what is packed in it.

    What was asked is left out: a page may repeat it. at: of ?at=, "" for now.
    """
    query = f"{'&' if '?' in address else '?'}at={at}" if at else ""
    answer = client.get(address + query)
    body = answer.getvalue()
    whole = [body.decode("utf-8", "replace"), str(answer.headers), *_unpacked(body)]
    text = unquote("\n".join(whole))
    for one in (address, unquote(address)):
        text = text.replace(one, "")
    return text.lower()


def _unpacked(body: bytes) -> Iterator[str]:
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    if body.startswith(b"%PDF"):
        read = PdfReader(io.BytesIO(body))
        yield from (page.extract_text() for page in read.pages)
        yield str(read.metadata)
