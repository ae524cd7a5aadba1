"""Tables: Word's merged cells are colspan and rowspan."""

from hypothesis import given
from hypothesis import strategies as st

from bulletins.document import body
from bulletins.document.docx.assembly.plain_tables import plain_table
from tests.document.docx.odd_files import blocks, p, texts


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(text: str, properties: str = "", inner: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}{inner}</w:tc>"


SPAN = '<w:gridSpan w:val="2"/>'
TOP = '<w:vMerge w:val="restart"/>'
BELOW = "<w:vMerge/>"


def html(*rows: str) -> str:
    (block,) = blocks(table(*rows))
    return block.html.removeprefix("<table><tbody>").removesuffix("</tbody></table>")


def test_cells_merged_across_and_down() -> None:
    found = html(
        row(cell("单位", TOP), cell("任务", SPAN)), row(cell("", BELOW), cell("巡查"), cell("每周"))
    )
    assert (
        found
        == '<tr><td rowspan="2">单位</td><td colspan="2">任务</td></tr><tr><td>巡查</td><td>每周</td></tr>'
    )


def test_a_row_that_only_continues_the_one_above_is_no_row() -> None:
    assert html(
        row(cell("甲", TOP), cell("乙", TOP)),
        row(cell("", BELOW), cell("", BELOW)),
        row(cell("丙"), cell("丁")),
    ) == ("<tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr>")


def test_a_cell_that_continues_nothing_stands_for_itself() -> None:
    assert html(row(cell("甲", BELOW))) == "<tr><td>甲</td></tr>"


def test_text_under_a_merged_cell_is_not_lost() -> None:
    assert texts(
        table(row(cell("上", TOP), cell("乙")), row(cell("压在下面", BELOW), cell("丁")))
    ) == ["上\n压在下面\t乙\n丁"]


def test_a_repeated_first_row_is_a_row_of_heads() -> None:
    assert (
        html(row(cell("单位"), properties="<w:tblHeader/>"), row(cell("甲")))
        == "<tr><th>单位</th></tr><tr><td>甲</td></tr>"
    )


def test_a_table_in_a_table() -> None:
    inner = table(row(cell("里")))
    assert (
        html(row(cell("外", inner=inner + p())))
        == "<tr><td><p>外</p><table><tbody><tr><td>里</td></tr></tbody></table></td></tr>"
    )


def test_an_absurd_span_costs_nothing() -> None:
    assert html(row(cell("甲", '<w:gridSpan w:val="99999999999"/>'))) == "<tr><td>甲</td></tr>"


def test_a_row_that_begins_further_in_has_an_empty_cell_before_it() -> None:
    further = row(cell("合计"), properties='<w:gridBefore w:val="2"/>')
    first = row(cell("甲"), cell("乙"), cell("丙"))
    assert html(first, further).endswith('<tr><td colspan="2"></td><td>合计</td></tr>')


INSIDES = [
    "",
    "<p>甲</p>",
    "<p>甲 &amp; 乙</p>",
    "<p>一<br>二</p>",
    "<p><strong>粗</strong>细</p>",
    '<p class="center">中</p>',
    "<p>上</p><p>下</p>",
    '<p>上</p><p class="right">右</p>',
    "<ul><li>项</li></ul>",
    "<p>3 &lt; 5</p>",
]


@given(
    st.lists(
        st.lists(
            st.tuples(
                st.sampled_from(("td", "th")),
                st.sampled_from(("", ' colspan="2"', ' rowspan="12"', ' colspan="3" rowspan="2"')),
                st.sampled_from(INSIDES),
            ),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_plain_table_is_spelt_as_every_other(rows: list[list[tuple[str, str, str]]]) -> None:
    cells = [
        "".join(f"<{tag}{spans}>{inside}</{tag}>" for tag, spans, inside in row) for row in rows
    ]
    whole = f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in cells)}</tbody></table>"
    if found := plain_table(whole):
        assert found == (body.normalise(whole), body.text_of(body.normalise(whole)))
    elif "<ul>" not in whole:
        assert not body.normalise(whole)
