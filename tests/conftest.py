"""What all tests share: Hypothesis without luck, the pass for the database, and a real browser."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connections
from django.template import Context, Template
from django.test.signals import template_rendered
from django.utils.safestring import SafeString
from hypothesis import settings

from bulletins.indexing.lexicon import loaded
from bulletins.listing.lasting import forget
from bulletins.public import pages
from bulletins.public.tallies import counted
from tests.flushing import flush_past_refusals
from tests.office import draft, office, people, places

__all__ = ["draft", "flush_past_refusals", "office", "people", "places"]

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# No luck in CI: the same examples every time. Elsewhere luck may find something new.
settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("curious", deadline=None, print_blob=True)
settings.load_profile("steady" if os.environ.get("CI") else "curious")

# pytest-django lets no test at the database that does not ask for it by the mark or one of these.
DATABASE_FIXTURES = {
    *("db", "transactional_db", "live_server", "django_db_reset_sequences"),
    "demo",  # loaded once for a module (tests/demo)
}
CHROMIUM_FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In the pass on a second database, leave out what never touches one: it has run already."""
    if not os.environ.get("LANTAI_ONLY_DATABASE"):
        return
    left_out = [item for item in items if not touches_database(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if touches_database(item)]


def touches_database(item: pytest.Item) -> bool:
    """Whether a test may use the database: by the mark, or by a fixture that does."""
    asked_for = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
    return bool(asked_for) or item.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session", autouse=True)
def pages_say_what_they_were_given() -> Iterator[None]:
    """As Django's own templates do in tests: ``response.context``."""
    plain = pages.text_of

    def told(template: str, said: dict[str, Any]) -> SafeString:
        text = plain(template, said)
        template_rendered.send(
            Template, template=Template("", name=template), context=Context(said)
        )
        return text

    pages.text_of = told
    yield
    pages.text_of = plain


@pytest.fixture(autouse=True)
def counted_anew() -> None:
    """The lists, and the 词库, of two tests may have been written at the same stopped moment."""
    counted.cache_clear()
    forget()
    loaded.cache_clear()


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The system's Chromium, kept from calling home."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("没有找到 Chromium（apt install chromium）")
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    flags = CHROMIUM_FLAGS + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=found, args=flags)
        # While that loop runs, Django has a connection apart from the thread's own (asgiref's Local):
        # it would outlive the loop, and keep the test database from being dropped.
        connections.close_all()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A fresh tab that speaks Chinese."""
    tab = browser.new_page(locale="zh-CN")
    yield tab
    tab.close()
