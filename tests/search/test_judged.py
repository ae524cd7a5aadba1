"""The judged set is whole: it names texts and sections that exist, and is of use."""

from collections import Counter

import pytest

from bulletins.models import Article
from tests.search.judged import corpus
from tests.search.judged.judgements import Judged, judged

pytestmark = pytest.mark.django_db


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
