"""Search answers the judged queries as well as it did: a change that makes them worse fails here;
and they are whole: they name texts and sections that exist.

``measuring`` says how to see the figures. Whoever raises them raises these floors.
"""

import os
import sys
from collections import Counter
from statistics import mean

import pytest

from bulletins.models import Article
from tests.search.asking import ask
from tests.search.judged import corpus
from tests.search.judged.judgements import Judged, judged
from tests.search.measuring import Score, faults, held_out, score, sections_first, table, tuning

pytestmark = pytest.mark.django_db
TUNING, HELD_OUT, SECTIONS = 0.95, 0.95, 0.92


@pytest.fixture
def scores(judged_corpus: dict[int, str]) -> list[Score]:
    return [score(query, ask, judged_corpus) for query in judged()]


def test_what_readers_want_stands_first(scores: list[Score]) -> None:
    wrong = faults(scores) if os.environ.get("SEE") else ()
    sys.stderr.write("\n".join(["", table(scores), *wrong, ""]))
    assert mean(one.ndcg for one in tuning(scores)) >= TUNING
    assert mean(one.ndcg for one in held_out(scores)) >= HELD_OUT
    assert sections_first(scores) >= SECTIONS


def test_who_types_a_whole_title_gets_that_text_first(judged_corpus: dict[int, str]) -> None:
    """Also where it is part of others' titles, or of a newer text's."""
    titles = [query for query in judged() if query.kind == "题名"]
    assert [one.said for one in titles if not score(one, ask, judged_corpus).best] == []


def test_there_is_enough_to_measure_and_a_third_is_held_out() -> None:
    queries = judged()
    assert len(queries) >= 150
    assert len({(query.said) for query in queries}) == len(queries)
    assert min(Counter(query.kind for query in queries).values()) >= 4
    held_out = sum(query.held_out for query in queries)
    assert len(queries) * 0.3 < held_out < len(queries) * 0.37
    assert all(set(query.grades.values()) <= {1, 2, 3} for query in queries)


def test_every_answer_and_its_section_exist(judged_corpus: dict[int, str]) -> None:
    there = {name: _places(number) for number, name in judged_corpus.items()}
    assert len(there) == len(corpus.texts()) >= 130
    missing = [
        (query.said, name, query.places.get(name))
        for query in judged()
        for name in query.grades
        if name not in there or not _exists(query, name, there[name])
    ]
    assert missing == []


def _places(number: int) -> list[tuple[str, str]]:
    edition = Article.objects.get(number=number).editions.get()
    return [
        (part.heading.replace(" ", ""), section.heading or "")
        for part in edition.parts.all()
        for section in part.sections.all()
    ]


def _exists(query: Judged, name: str, there: list[tuple[str, str]]) -> bool:
    if (place := query.places.get(name)) is None:
        return True
    return any(place.part in part and place.heading in heading for part, heading in there)
