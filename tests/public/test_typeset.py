"""A template that was set in type says, to the byte, what Django makes of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import Client
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from bulletins.models import Edition
from bulletins.public import pages
from bulletins.public.typeset import set_in_type
from tests.office import Office, People, released


class Pair(NamedTuple):
    one: str
    other: Any


class Thing:
    named = "<b>"

    def told(self) -> str:
        return "told & called"

    def asks(self, more: str) -> str:
        return more

    def erase(self) -> str:
        raise AssertionError

    erase.alters_data = True  # type: ignore[attr-defined]

    def __str__(self) -> str:
        return "a <thing>"

    @property
    def missing(self) -> str:
        raise Edition.DoesNotExist


GIVEN: dict[str, Any] = {
    "word": "<&'\">",
    "safe": SafeString("<b>safe</b>"),
    "number": 12345,
    "half": 0.5,
    "nothing": None,
    "yes": True,
    "empty": "",
    "at": datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
    "day": date(2026, 3, 1),
    "lazy": gettext_lazy("Yes"),
    "pair": Pair("一", {"deep": ["x", "y"]}),
    "pairs": [("a", 1), ("b", 2)],
    "list": ["甲", "<乙>", "丙"],
    "map": {"items": "its own", "key": [1, 2]},
    "thing": Thing(),
    "kind": Thing,
}
SNIPPETS = [
    "{{ word }} {{ safe }} {{ number }} {{ half }} {{ nothing }} {{ yes }} {{ lazy }} {{ at }} {{ day }}",
    "{{ unknown }}|{{ unknown.deeper }}|{{ word.unknown }}|{{ True }}{{ None }}",
    "{{ pair.one }} {{ pair.0 }} {{ pair.other.deep.1 }} {{ pair.other.deep.9 }} {{ list.0 }} {{ word.0 }}",
    "{{ map.items }} {{ map.key.1 }} {{ map.keys }}",
    "{{ thing.named }} {{ thing.told }} {{ thing.asks }} {{ thing.erase }} {{ thing.missing }} {{ thing }}",
    "{{ kind.named }} {{ kind }}",
    "{{ word|length }} {{ word|default:'-' }} {{ unknown|default:'<->' }} {{ empty|default:safe }}",
    "{{ safe|upper }} {{ safe|truncatechars:3 }} {{ word|safe }} {{ list|join:'<br>' }} {{ list|slice:':2'|join:word }}",
    "{{ at|date:'Y-m-d H:i' }} {{ day|date:'Y年n月j日' }} {{ number|filesizeformat }} {{ word|urlencode:'' }}",
    "{% if word %}y{% else %}n{% endif %}{% if unknown %}y{% elif yes %}e{% else %}n{% endif %}{% if nothing %}{% endif %}",
    "{% if number > 5 and not empty or unknown %}a{% endif %}{% if unknown > 5 %}b{% endif %}{% if 1 in map.key %}c{% endif %}",
    "{% if word == safe %}a{% endif %}{% if word != safe %}b{% endif %}{% if nothing is None %}c{% endif %}{% if 'x' not in map.key %}d{% endif %}",
    "{% if unknown|length > 1 %}a{% endif %}{% if list|length >= 3 %}b{% endif %}{% if yes is not nothing %}c{% endif %}",
    "{% for one in list %}{{ forloop.counter }}{{ forloop.first }}{{ forloop.last }}{{ forloop.revcounter }}{{ one }}{% endfor %}{{ one }}",
    "{% for a, b in pairs reversed %}{{ a }}{{ b }}{% for x in list %}{{ forloop.parentloop.counter0 }}{% endfor %}{% empty %}none{% endfor %}",
    "{% for one in unknown %}x{% empty %}nothing{{ one }}{% endfor %}{% for key, value in map.items %}{% endfor %}",
    "{% for one in pair.other.deep %}{{ one }}{% endfor %}{% for one in 'abc'|make_list %}{{ one }}{% endfor %}",
    "{% with a=word b='<c>' %}{{ a }}{{ b }}{% endwith %}{{ a }}",
    "{% firstof unknown empty word %}{% firstof unknown safe %}{% firstof unknown '<x>' %}{% firstof unknown %}",
    "{% load static %}{% static 'public/site.css' %}{% static word|length %}",
    "{% url 'column' 'news' %} {% url 'archive' as there %}{{ there }}",
    "{% load public %}{% path_of 'column' 'news' %}{% path_of 'tags' as there %}{{ there }}{{ at|minute }}",
    "{% autoescape off %}{{ word }}{% endautoescape %}{% spaceless %}<a> <b>{{ word }}</b> </a>{% endspaceless %}",
    "{# nothing #}{% comment %}{{ word }}{% endcomment %}{% now 'Y' as year %}{% cycle 'a' 'b' %}",
    "{% include 'public/pieces/shares.html' with shares=pairs share=word only %}",
    "{% include 'public/pieces/crumbs.html' with last=word %}{% include unknown|default:'public/pieces/pages.html' %}",
    "{% extends 'base.html' %}{% block title %}{{ word }}{% endblock %}{% block content %}{% block inner %}{{ number }}{% endblock %}{% endblock %}",
]


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_it_says_what_django_says(snippet: str) -> None:
    template = Template(snippet)
    try:
        wanted = template.render(Context(GIVEN))
    except Exception as error:
        with pytest.raises(type(error)):
            set_in_type(template)(dict(GIVEN))
        return
    assert set_in_type(template)(dict(GIVEN)) == wanted


@pytest.fixture
def by_django(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Call it, and pages are made as Django makes them."""
    yield lambda: monkeypatch.setattr(pages, "text_of", render_to_string)
    pages.forget()


PAGES = [
    *("/", "/articles/1/", "/articles/1/regions/120000/", "/columns/news/", "/archive/"),
    *("/regions/", "/regions/120000/", "/tags/", "/search/", "/compare/", "/site-map/", "/about/"),
    *("/reports/", "/api/", "/contact/", "/privacy/", "/columns/news/2019/01/"),
]


@pytest.mark.django_db
def test_every_page_is_as_django_would_make_it(
    client: Client, office: Office, people: People, draft: Edition, by_django: Any
) -> None:
    released(draft, people)
    pages.forget()
    found = {path: client.get(path).content for path in PAGES}
    by_django()
    pages.forget()
    assert {path: client.get(path).content for path in PAGES} == found
    assert all(found.values())
