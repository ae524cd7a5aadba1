"""Search as a test asks it: what was typed, at the day of the judged texts."""

from collections.abc import Iterator

from bulletins.search.answering import answer
from bulletins.search.query import known_at, understand
from bulletins.search.results import Group, Results
from tests.search.judged.corpus import NOW


def ask(typed: str, page: int = 1) -> Results:
    return answer(understand(typed, known_at(NOW)), now=NOW, page=page).results


def everything(typed: str) -> Iterator[Group]:
    """The groups of all pages."""
    results = ask(typed)
    yield from results.groups
    for page in range(2, results.pages + 1):
        yield from ask(typed, page).groups


def numbers(typed: str) -> list[int]:
    """The articles of all pages, best first."""
    return [group.number for group in everything(typed)]
