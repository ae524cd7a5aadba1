"""One spelling for the HTML of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document import body
from bulletins.document.plain import bare

TAGS = "p b strong em i u s span div br sub ul ol li table tr td th blockquote a h2 section".split()
LEAVES = st.text(alphabet=" \n\t\u3000\u00a0ab中。", max_size=6) | st.sampled_from(
    ["&lt;", "&amp;"]
)


def _element(parts: tuple[str, list[str]]) -> str:
    tag, children = parts
    link = " href=https://example.org/" if tag == "a" else ""
    return f"<{tag}{link}>{''.join(children)}</{tag}>"


FRAGMENTS = st.recursive(
    LEAVES,
    lambda children: st.tuples(st.sampled_from(TAGS), st.lists(children, max_size=4)).map(_element),
    max_leaves=15,
)


@settings(max_examples=500, deadline=None)
@given(FRAGMENTS)
def test_normalising_twice_changes_nothing(html: str) -> None:
    once = body.normalise(html)
    assert body.normalise(once) == once


@settings(max_examples=500, deadline=None)
@given(FRAGMENTS)
def test_normalising_keeps_every_character(html: str) -> None:
    before = "".join(body.parse_fragment(html).itertext())
    assert sorted(bare(body.text_of(body.normalise(html)))) == sorted(bare(before))


@pytest.mark.parametrize(
    ("given_html", "spelt"),
    [
        ("<p>甲<b>乙</b><strong>丙</strong></p>", "<p>甲<strong>乙丙</strong></p>"),
        ("甲<div>乙<br>丙</div>丁", "<p>甲</p><p>乙<br>丙</p><p>丁</p>"),
        ("<p>　　甲 &nbsp; 乙&nbsp;</p>", "<p>甲 乙</p>"),
        ("<p>总　则</p>", "<p>总　则</p>"),
        ('<p class="x right">甲</p>', '<p class="right">甲</p>'),
        ('<a href="javascript:alert(1)">甲</a>', "<p>甲</p>"),
        ("<ul><li><p>甲</p><p>乙</p></li></ul>", "<ul><li>甲<br>乙</li></ul>"),
        ("<p>甲\u202e乙\u200b丙</p>", "<p>甲乙丙</p>"),
        ('<img src="https://example.org/a.png">', ""),
    ],
)
def test_spellings(given_html: str, spelt: str) -> None:
    assert body.normalise(given_html) == spelt


@pytest.mark.parametrize("tag", ["dl", "div", "ul", "table", "b"])
def test_nesting_without_end_loses_no_text(tag: str) -> None:
    deep = f"<{tag}>" * 5_000 + "文字" + f"</{tag}>" * 5_000
    assert "文字" in "".join(body.parse_fragment(deep).itertext())
    assert body.text_of(body.normalise(deep)) == "文字"


def test_cutting_a_paragraph_tears_no_tag() -> None:
    html = "<p><strong>一、元旦：</strong>2018<em>年</em>放假</p>"
    assert body.split(html, [2, 5]) == [
        "<p><strong>一、</strong></p>", "<p><strong>元旦：</strong></p>", "<p>2018<em>年</em>放假</p>",
    ]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(FRAGMENTS, st.integers(0, 30))
def test_what_is_cut_is_all_there(html: str, at: int) -> None:
    for paragraph in body.normalise(f"<p>{html}</p>").split("</p>")[:1]:
        whole = f"{paragraph}</p>" if paragraph.startswith("<p") else "<p>甲</p>"
        left, right = body.split(whole, [at])
        assert bare(body.text_of(left) + body.text_of(right)) == bare(body.text_of(whole))


@settings(max_examples=300, deadline=None)
@given(FRAGMENTS)
def test_the_quick_way_to_the_text_is_the_long_one(html: str) -> None:
    whole = body.normalise(html)
    by_parsing = "\n".join(body._lines(body.parse_fragment(whole)))
    assert body.text_of(whole) == by_parsing
