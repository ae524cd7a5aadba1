"""Words are not all: a swapped picture, a link to elsewhere, a merged cell must be seen, too."""

import pytest
from hypothesis import given

from bulletins.document.diff.bodies import compare_bodies
from tests.document.lean import lean
from tests.document.strategies import bodies

FILE, OTHER = "file:" + "0" * 64, "file:" + "1" * 64
TABLE = "<table><tbody><tr><td>区</td><td>数</td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("old", "new", "notes"),
    [
        (
            '<p>见<a href="/1">附表</a></p>',
            '<p>见<a href="/2">附表</a></p>',
            ("链接有变化",),
        ),
        (
            '<p><a href="/1">甲</a>乙<a href="/2">丙</a></p>',
            '<p><a href="/1">甲</a><a href="/2">乙丙</a></p>',
            ("格式有变化", "链接有变化"),
        ),
        (
            f'<p><img src="{FILE}" alt="图"></p>',
            f'<p><img src="{OTHER}" alt="图"></p>',
            ("图片有变化",),
        ),
        (
            f'<p>甲<img src="{FILE}" alt="">乙</p>',
            f'<p>甲乙<img src="{FILE}" alt=""></p>',
            ("图片有变化",),
        ),
        (TABLE, TABLE.replace("<td>数", '<td colspan="2">数'), ("表格有变化",)),
        (TABLE, TABLE.replace("td>", "th>"), ("表格有变化", "格式有变化")),
        (
            "<p><strong>甲</strong>乙</p>",
            "<p>甲<strong>乙</strong></p>",
            ("格式有变化",),
        ),
        ("<p>办公室</p>", '<p class="right">办公室</p>', ("格式有变化",)),
        ("<p>甲</p><p>乙</p>", "<p>甲<br>乙</p>", ("格式有变化",)),
        ("<ul><li>甲</li></ul>", "<ol><li>甲</li></ol>", ("格式有变化",)),
    ],
)
def test_what_words_do_not_show_is_said(old: str, new: str, notes: tuple[str, ...]) -> None:
    found = compare_bodies(old, new)
    assert set(found.notes) == set(notes)


def test_emphasis_that_changes_together_with_words_is_seen() -> None:
    old = "<p>各区要<strong>立即</strong>整改。</p>"
    found = compare_bodies(old, "<p>各区、各部门要立即整改。</p>")
    assert found.notes == ("格式有变化",)
    assert found.changed


def test_a_bold_word_replaced_by_a_bold_word_is_only_a_change_of_words() -> None:
    old = "<p>请<strong>立即</strong>报送材料。</p>"
    assert compare_bodies(old, old.replace("立即", "尽快")).notes == ()


@lean
@given(bodies(), bodies())
def test_bodies_that_differ_in_anything_never_come_out_unchanged(old: str, new: str) -> None:
    assert compare_bodies(old, new).changed == (old != new)
    assert set(compare_bodies(old, new).notes) == set(compare_bodies(new, old).notes)
