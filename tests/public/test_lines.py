"""Lists are spelt by hand: nothing in them may be more than text."""

from bulletins.public.counted import Counted
from bulletins.public.entries import Entry
from bulletins.public.lines import counted_lines, jump_lines, lines, short_lines, tag_lines
from bulletins.public.paths import path_of

EVIL = """<script>'"&"""
TOLD = "&lt;script&gt;&#x27;&quot;&amp;"
ENTRY = Entry(7, EVIL, EVIL, "2026-03-01", f"https://a.example.cn/{EVIL}", EVIL, summary=EVIL)


def test_every_text_is_escaped() -> None:
    said = [
        lines([ENTRY], {7}),
        short_lines([ENTRY]),
        counted_lines([Counted("520000", EVIL, None, None, 3)]),
        jump_lines([(EVIL, EVIL)], False),
        tag_lines([(EVIL, EVIL)]),
    ]
    assert [EVIL[0:8] in one for one in said] == [False] * 5
    assert [one.count(TOLD) for one in said] == [5, 3, 1, 2, 1]
    assert "%3Cscript%3E&#x27;%22&amp;" in said[-1]


def test_a_line_says_what_is_special_about_it() -> None:
    plain = Entry(7, "一", "", "2026-03-01")
    assert "<p" not in lines([plain], ())
    assert 'rel="external"' not in lines([plain], ())
    assert "置顶" in lines([plain], {7})
    assert "归档" in lines([plain._replace(archived=True)], ())
    assert 'rel="external"' in short_lines([ENTRY])


def test_a_jump_stays_in_the_frame_of_a_preview() -> None:
    assert 'target="_self"' in jump_lines([("a", "贵州")], True)


def test_a_path_is_spelt_as_the_addresses_have_it() -> None:
    assert path_of("column-month", "gzdt", 2026, 3) == "/columns/gzdt/2026/03/"
    assert path_of("tag", "数据") == "/tags/%E6%95%B0%E6%8D%AE/"
