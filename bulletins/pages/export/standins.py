"""What is served where there is no page: 404, and a page for what only the program can answer."""

from pathlib import Path

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory

from bulletins.pages.export.asking import Asker
from bulletins.pages.export.making import write
from bulletins.pages.export.manifest import Kept

NOWHERE = "/404.html"  # no address of ours: what the site says there, it says everywhere
KIND = "text/html; charset=utf-8"


def standins(tree: Path, generation: str) -> dict[str, Kept]:
    """Written into the tree; by their names, which are no addresses."""
    request: HttpRequest = RequestFactory().get("/")
    pages = {
        "standin/404.html": (404, Asker().ask_whole(NOWHERE).body),
        "standin/program.html": (
            503,
            render_to_string("export/program.html", {}, request).encode(),
        ),
    }
    return {
        name: Kept(name, sha256, size, generation, status, KIND, "", written)
        for name, (status, body) in pages.items()
        for sha256, size, written in [write(tree / name, [body])]
    }
