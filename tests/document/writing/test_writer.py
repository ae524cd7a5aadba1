"""What is kept of every released text was written by one writer: whoever changes it, says so.

``WRITER`` goes with the bytes below. Where it stays and they change, kept pages stay as they were
written, ``manage.py render`` passes over them, and ``verify_texts`` calls each of them changed.
"""

import hashlib

from bulletins.document.html.page import WRITER, Surroundings, write_body, write_part
from bulletins.document.tree import Document, DocumentPart, DocumentSection

PICTURE, UNKNOWN = "a1" * 32, "b2" * 32
RICH = Document(
    lead='<p>各单位：</p><p class="center">据 <a href="https://example.org/?a=1&amp;b=2">通知</a></p>',
    parts=(
        DocumentPart(
            "120000",
            "天 津 <&>",
            f'<p>一年来</p><p><img src="file:{PICTURE}" alt="图&quot;一"></p>'
            '<p class="caption">图一</p>',
            (
                DocumentSection(
                    1, "加强宣传 & 管理", "<p>办好<strong>网站</strong>。</p>", key="s1"
                ),
                DocumentSection(2, "同段", "<p>接着写。</p><p>另起。</p>", run_in="。", key="s2"),
                DocumentSection(2, "空的", run_in="：", key="s3"),
                DocumentSection(4, "越级", "<ul><li>甲</li><li>乙</li></ul>", key="s4"),
                DocumentSection(3, None, "<p>条文<sup>1</sup>。</p>", value=7, key="s5"),
                DocumentSection(1, None, '<p class="right">靠右的条文</p>', key="s6"),
                DocumentSection(
                    2,
                    None,
                    '<table><tbody><tr><th colspan="2">名</th></tr><tr><td>甲</td><td>乙</td></tr>'
                    "</tbody></table>",
                    key="s7",
                ),
                DocumentSection(0, "附则", '<ol start="3"><li>丙<br>丁</li></ol>', key="s8"),
            ),
            "p1",
        ),
        DocumentPart("110000", intro="<blockquote><p>引文</p></blockquote>", key="p2"),
        DocumentPart(None, "", f'<p>未给的图 <img src="file:{UNKNOWN}" alt=""></p>', key="p3"),
        DocumentPart(None, "附件一", '<p class="placeholder">缺图</p>'),
    ),
    closing='<p class="right">海河网信办</p><p class="right">2026年11月30日</p>',
)
AROUND = Surroundings(
    {"110000": "北京 <市>"}, "/articles/12/files/{}".format, {PICTURE: (640, 480)}
)
KNOWN = {"3": "ef692763fe4ff0df3885ac44565ddee5c11413e284f140fd9d7a0fb9b161cb76"}
CHANGED = (
    "The writer of kept pages writes other bytes than writer {} did. If that is meant, raise WRITER"
    " in bulletins/document/html/page.py, put its new number and {} here, and tell who upgrades to"
    " run `manage.py render` (CHANGELOG.md)."
)


def test_a_writer_that_writes_something_else_has_another_number() -> None:
    alone = [write_part(one, AROUND, headed=False) for one in RICH.parts]
    said = "\n".join([write_body(RICH, AROUND), *alone])
    found = hashlib.sha256(said.encode()).hexdigest()
    assert {WRITER: found} == KNOWN, CHANGED.format(*KNOWN, found)
