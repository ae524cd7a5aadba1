"""What a page weighs beside its own words: sent once compressed, and nothing from anybody else."""

import re
from gzip import compress
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from bulletins.models import Edition
from tests.office import People, released

pytestmark = pytest.mark.django_db
KB = 1024
FETCHED = re.compile(r'<(?:script|img|iframe|source|link)\b[^>]*?(?:src|href)="([^"]+)"[^>]*>')
SHEET = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)">')
SCRIPT = re.compile(r'<script src="/static/([^"]+)"(?: defer)?></script>')
TEXT = re.compile(r'(?s)<div class="text">.*?</div>\s*(?=<p class="source-line">)')
PAGES = (
    *("/", "/articles/1/", "/articles/1/regions/120000/", "/columns/news/", "/regions/"),
    *("/regions/120000/", "/tags/网络/", "/archive/", "/search/"),
)


@pytest.fixture
def site(draft: Edition, people: People, places: None) -> Client:
    released(draft, people)
    return Client()


def weight(names: list[str]) -> int:
    found = [finders.find(name) for name in names]
    return sum(len(compress(Path(str(place)).read_bytes())) for place in found)


@pytest.mark.parametrize("address", PAGES)
def test_furniture_styles_and_scripts_are_light(site: Client, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 200
    html = answer.content.decode()
    sheets, scripts = weight(SHEET.findall(html)), weight(SCRIPT.findall(html))
    furniture = len(compress(TEXT.sub("", html).encode()))
    assert sheets <= 15 * KB
    assert scripts <= 5 * KB
    assert furniture + sheets + scripts <= 20 * KB
    assert sheets > 0


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_fetched_from_anybody_else(site: Client, address: str) -> None:
    html = site.get(address).content.decode()
    fetched = [
        found[1]
        for found in FETCHED.finditer(html)
        if not re.search(r'rel="(?:canonical|alternate|next|prev)"', found[0])
    ]
    assert fetched
    assert all(one.startswith("/") and not one.startswith("//") for one in fetched)
