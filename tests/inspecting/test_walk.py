"""All pages of the demo are as they should be; a page, link or anchor that is not is named."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client

from bulletins.public.inspecting import Walk, walking
from bulletins.public.inspecting.starting import addresses
from tests.demo.conftest import Demo, demo, loaded

__all__ = ["demo", "loaded"]
pytestmark = pytest.mark.django_db


def test_nothing_is_wrong_with_the_demo(demo: Demo) -> None:
    walk = Walk()
    assert list(walk.faults(addresses())) == []
    assert len(walk.ids) > 400
    assert {200, 404, 410} <= set(walk.answers.values())


class Answers:
    """Asked in place of the site: pages by path, the site's own for all other addresses."""

    def __init__(self, client: Client, pages: dict[str, str]) -> None:
        self.client, self.pages = client, pages

    def get(self, address: str, **how: Any) -> Any:
        page = self.pages.get(address)
        return HttpResponse(page) if page else self.client.get(address, **how)


def found(pages: dict[str, str]) -> list[tuple[str, str]]:
    walk = Walk(far=False)
    walk.client = Answers(walk.client, pages)  # type: ignore[assignment]
    return [(page, fault) for page, fault in walk.faults(pages) if fault.startswith("链接")]


def test_links_and_anchors_that_lead_nowhere_are_told_with_their_page(db: None) -> None:
    page = '<html><body><p id="here"></p>{}</body></html>'.format
    one = page('<a href="/nowhere/">甲</a> <a href="#here">乙</a> <a href="/two/#here">丙</a>')
    two = page('<a href="/one/#there">丁</a> <a href="//example.org/x">戊</a> <img src="/no.png">')
    assert found({"/one/": one, "/two/": two}) == [
        ("/one/", "链接 /nowhere/ 答复 404"),
        ("/two/", "链接 /one/#there 指向的位置不存在"),
        ("/two/", "链接 /no.png 答复 404"),
    ]


def test_the_command_names_page_and_fault_and_fails(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    call_command("check_pages", "/contact/", stdout=out)
    assert "没有发现问题" in out.getvalue()
    monkeypatch.setattr(walking, "CHECKS", (lambda page: iter(["少了一样"]),))
    with pytest.raises(CommandError, match="处问题"):
        call_command("check_pages", "/contact/", stdout=out)
    assert "/contact/　少了一样" in out.getvalue()
