"""Search answers the judged queries as well as it did: a change that makes them worse fails here.

``measuring`` says how to see the figures. Whoever raises them raises these floors.
"""

import os
import sys
from statistics import mean

import pytest

from tests.search.asking import ask
from tests.search.judged.judgements import judged
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
