"""Any markup becomes markup that every parser reads alike, with the same text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from bulletins.document.nesting import DEEPEST, VOID, nested

PIECES = st.sampled_from(
    "<p> </p> <div> </div> <b> </b> <a> </a> <ul> <li> </li> </ul> <table> <tr> <td> </td> </table> <br> "
    '<span/> <p/title="<div>"> <div\x20class=\'>\'> </span> <!--x--> < <3 & &lt; 甲 一、 <dl> <dd> <font =">'.split()
)


class Inspector(HTMLParser):
    """Checks that each end tag closes the element opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
            self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def inspect(markup: str) -> Inspector:
    inspector = Inspector()
    inspector.feed(markup)
    inspector.close()
    assert not inspector.open
    return inspector


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_element_is_closed_in_order(markup: str) -> None:
    inspect(nested(markup))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_well_nested_markup_is_left_alone(markup: str) -> None:
    assert nested(nested(markup)) == nested(markup)


@given(st.text(max_size=200))
def test_any_text_becomes_something_well_nested(markup: str) -> None:
    inspect(nested(markup))


@pytest.mark.parametrize("tag", ["div", "span", "ul", "table", "b", "blockquote"])
def test_text_too_deep_for_a_parser_is_kept(tag: str) -> None:
    flat = nested(f"<{tag}>甲" * 3000)
    assert inspect(flat).deepest <= DEEPEST
    whole = lxml_html.fromstring(f"<div>{flat}</div>")
    assert "".join(map(str, whole.itertext())).count("甲") == 3000


@pytest.mark.parametrize(
    ("markup", "meant"),
    [
        ("<p>甲<p>乙", "<p>甲</p><p>乙</p>"),
        (
            "<ul><li>甲<ul><li>乙</ul><li>丙</ul>",
            "<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>",
        ),
        (
            "<table><tr><td>甲</div><td>乙<tr><td>丙</table>丁",
            "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>丁",
        ),
        ("<b><i>甲</b>乙</i>", "<b><i>甲</i></b>乙"),
        ("甲<script>if (a<b) '</p>'</script>乙<style>p{}", "甲乙"),
        ("甲 < 乙 <3", "甲 &lt; 乙 &lt;3"),
        ("<p title='a>b' onclick=x>甲</p>", '<p title="a&gt;b">甲</p>'),
        ("<![if !supportLists]>一、<![endif]>甲", "一、甲"),
        ("<select>甲", "甲"),
    ],
)
def test_what_authors_meant(markup: str, meant: str) -> None:
    assert nested(markup) == meant
