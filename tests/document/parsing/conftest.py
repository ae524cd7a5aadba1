"""Reading texts as the import does, and the real cases where they are at hand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bulletins.document.parse import Reading, parse
from bulletins.document.reading import read_file
from bulletins.document.text.reading import read_text
from regions.names import Gazetteer

Read = Callable[[str], Reading]
CASES = Path(__file__).parents[3].parent / "shared" / "cases"


@pytest.fixture(scope="session")
def read() -> Read:
    """Understand a pasted text."""
    gazetteer = Gazetteer.packaged()
    return lambda text: parse(read_text(text), gazetteer)


@pytest.fixture(scope="session")
def read_page() -> Callable[[str], Reading]:
    """Understand a saved page."""
    gazetteer = Gazetteer.packaged()
    return lambda html: parse(read_file(html.encode(), "page.html"), gazetteer)


def case_names() -> list[str]:
    """The numbers of the real cases, empty where the folder is absent."""
    return sorted(path.stem for path in CASES.glob("[0-9]*.json"))


def load_case(name: str) -> tuple[Reading, dict[str, Any]]:
    """A real case as read, and the truth about it."""
    truth = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    path = CASES / truth["file"]
    return parse(read_file(path.read_bytes(), path.name), Gazetteer.packaged()), truth
