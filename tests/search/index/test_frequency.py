"""What is not asked because it is everywhere, and how often that is known to be."""

import pytest

from bulletins.indexing import frequency
from bulletins.indexing.entering import SAID
from bulletins.indexing.expressions import All, Any, But, Expression, Has
from bulletins.indexing.frequency import lighter, shares
from bulletins.indexing.slots import rows_of, state
from bulletins.indexing.tokens import tokens_of
from tests.search.reference import holding

pytestmark = pytest.mark.django_db
KNOWN = {
    "常见": 0.3,
    "多见": 0.3,
    "可见": 0.3,
    "少见": 0.3,
    "屡见": 0.4,
    "通知": 0.9,
    "工作": 0.5,
    "^工作": 0.4,
    "贵州": 0.01,
    "@k1": 0.9,
    "#工作": 0.5,
    "!工": 0.9,
}
MANY = 1_000_000


def all_of(*tokens: str) -> Expression:
    return All(tuple(Has(one) for one in tokens))


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (all_of("通知", "工作"), all_of("工作", "通知")),  # of common ones none can be left out
        (all_of("通知", "贵州", "罕见", "生僻"), all_of("罕见", "生僻", "贵州")),
        (all_of("通知", "罕见", "生僻", "@k1"), all_of("@k1", "罕见", "生僻")),
        (all_of("罕见", "#工作", "!工", "通知"), all_of("#工作", "!工", "罕见")),
        (all_of("少见", "贵州", "罕见"), all_of("罕见", "贵州")),  # what is everywhere tells nothing
        (all_of("少见", "贵州"), all_of("贵州", "少见")),  # ten thousand are too many to read
        (All((all_of("通知", "罕见"), all_of("生僻", "偏僻"))), all_of("罕见", "生僻", "偏僻")),
        (Has("通知"), Has("通知")),
        (But(all_of("罕见", "生僻", "偏僻", "通知"), Has("工作")),
         But(all_of("罕见", "生僻", "偏僻"), Has("工作"))),
        (
            Any((all_of("罕见", "生僻", "偏僻", "通知"), Has("贵州"))),
            Any((all_of("罕见", "生僻"), Has("贵州"))),
        ),
        (all_of("常见", "多见", "可见", "少见", "屡见"), all_of("常见", "多见", "可见", "少见")),
    ],
)  # fmt: skip
def test_pairs_are_left_out_where_others_leave_few(asked: Expression, left: Expression) -> None:
    assert lighter(asked, KNOWN, MANY) == left


def test_a_pair_here_or_there_counts_as_often_as_both() -> None:
    either = Any((Has("工作"), Has("^工作")))
    asked = All((either, Has("罕见"), Has("生僻"), Has("偏僻")))
    assert lighter(asked, KNOWN, MANY) == all_of("罕见", "生僻", "偏僻")


def test_nothing_is_asked_otherwise_of_a_small_index(judged_corpus: dict[int, str]) -> None:
    newest = rows_of(state().slot)._default_manager.order_by("-pk").values_list("pk", flat=True)[0]
    assert shares(state().slot, newest % frequency.SMALL) == {}
    assert lighter(all_of("通知", "罕见"), {}, 500) == all_of("通知", "罕见")


def test_a_sample_tells_how_often(
    judged_corpus: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frequency, "SMALL", 1)
    frequency._sampled.cache_clear()
    rows = list(rows_of(state().slot)._default_manager.order_by("pk"))
    known = shares(state().slot, rows[-1].pk)
    frequency._sampled.cache_clear()
    assert known["网络"] > 5 * known["贵州"] > 0
    assert 0.05 < known["网络"] < 1
    assert "恐龙" not in known


def test_what_holds_still_holds(judged_corpus: dict[int, str]) -> None:
    rows = rows_of(state().slot)._default_manager.all()
    tokens = {row.pk: tokens_of(*(getattr(row, name) for name in SAID)) for row in rows}
    asked = all_of("网络", "络安", "安全", "宣传", "传周")
    left = lighter(asked, {"网络": 0.4, "安全": 0.5}, 900)
    assert left != asked
    assert set(holding(tokens, asked)) <= set(holding(tokens, left))
    assert holding(tokens, asked)
