"""What Lantai writes as .docx it reads back exactly: every field, number, table, picture name."""

import pytest
from hypothesis import HealthCheck, given, settings

from bulletins.document import body
from bulletins.document.docx import read_docx, write_docx
from bulletins.document.marked import document_of
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from tests.document.strategies import documents

lean = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def round_trip(document: Document) -> Document:
    return document_of(read_docx(write_docx(document)).blocks)


@lean
@given(documents())
def test_a_bulletin_survives_word_without_a_scratch(document: Document) -> None:
    assert round_trip(document) == document


def deep_list(depth: int) -> str:
    return "<ul><li>上" * depth + "</li></ul>" * depth


def table(inner: str) -> str:
    return f"<table><tbody>{inner}</tbody></table>"


ODD = (
    deep_list(14),
    "<ul><li><ol><li>空项下的项</li></ol></li></ul><ul><li>另一个列表</li></ul>",
    "<ol><li>甲<ul><li>子</li></ul><ol><li>丑</li></ol></li><li>乙</li></ol>",
    '<ol start="0"><li>零</li></ol><ol start="9999"><li>末</li></ol>',
    "<p>甲<sub><sup>上下</sup></sub>乙</p>",
    "<p>造字\uf06e和\ue7c7</p>",
    '<p><a href="/a"><u>自己加的线</u>和没有线</a></p>',
    table('<tr><td colspan="500">很宽</td></tr>') + table('<tr><td rowspan="40">很高</td></tr>'),
    table('<tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td colspan="3">丙</td><td>丁</td></tr>'),
    table('<tr><td>甲</td><td>乙</td><td rowspan="2">丙</td></tr><tr><td>空一格</td></tr>'),
    table('<tr><td>甲</td><td rowspan="2">乙</td></tr><tr><td colspan="2">相撞</td></tr>'),
    table(
        f"<tr><th></th><td>{table('<tr><td>里</td></tr>')}</td></tr><tr><th>{table('<tr><td>头里</td></tr>')}</th></tr>"
    ),
    table('<tr><td><p class="center">居中</p><ul><li>项</li></ul></td></tr>'),
    f"<blockquote><p>引</p><blockquote>{table('<tr><td>引中表</td></tr>')}<ul><li>引中项</li></ul></blockquote></blockquote>",
    "<blockquote><p>一</p></blockquote><blockquote><p>二</p></blockquote>",
    table("<tr><td>一</td></tr>") + table("<tr><td>二</td></tr>") + "<p>三</p>",
    f'<p>图<strong><img src="file:{"a" * 64}" alt="〔图片：名〕"></strong>文</p>',
)


@pytest.mark.parametrize("html", ODD)
def test_odd_texts_survive_in_every_place(html: str) -> None:
    html = body.normalise(html)
    sections = (
        DocumentSection(1, "标题", html),
        DocumentSection(2, "接排", f"<p>正文</p>{html}", run_in="。"),
        DocumentSection(2, None, html),
    )
    part = DocumentPart(intro=html, sections=sections)
    document = Document(title="通知", lead=html, parts=(part,), closing=html)
    assert round_trip(document) == document
