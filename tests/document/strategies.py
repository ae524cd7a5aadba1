"""Invented bulletins for Hypothesis: every value is as the readers leave it (normalised)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from bulletins.document import body, inline, plain
from bulletins.document.inline import Run
from bulletins.document.tree import (
    Document,
    DocumentAttachment,
    DocumentPart,
    DocumentSection,
)

REGIONS = ("110000", "120000", "130000", "130100", "440300", "659001", "660000")
# What tempts a reader: markers, labels, entities, odd widths and spaces, beyond the BMP.
WORDS = [
    *("加强巡查", "落实责任", "天 津", "三年", "工作通知", "第一章", "2021年3月15日", "3.5公里"),
    *(
        "一、",
        "（二）",
        "3.",
        "(4)",
        "附件：",
        "来源：",
        "。",
        "，",
        "：",
        "；",
        "！",
        "１２",
        "﹙",
    ),
    *("A&B", "<b>", '"引号"', "'单'", "&amp;", "𠮷", "👨\u200d👩\u200d👧", "\u00e9", "e\u0301"),
    *("\u3000", " ", "全角\u3000空格"),
]
FILES = tuple(f"file:{digit * 64}" for digit in "0a7f")
LINKS = (
    "https://example.org/a?b=1&c=2",
    "/articles/12/",
    "#k2345a",
    "mailto:a@example.org",
)
KEY_LETTERS = "abcdefghjkmnpqrstvwxyz"
KEY_REST = "0123456789" + KEY_LETTERS


@cache
def lines(most: int = 4) -> SearchStrategy[str]:
    """One line of text as readers leave it; now and then from all of Unicode; may be empty."""
    words = st.lists(st.sampled_from(WORDS), max_size=most).map("".join)
    wild = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=most)
    return (words | words | words | wild).map(_line)


def _line(text: str) -> str:
    return inline.text_of(inline.tidy([Run(plain.squeeze(text))]))


@cache
def some_lines(most: int = 4) -> SearchStrategy[str]:
    """A line that says something."""
    return lines(most).filter(lambda line: bool(plain.bare(line)))


@cache
def runs() -> SearchStrategy[list[Run]]:
    marks = st.frozensets(st.sampled_from(inline.ORDER), max_size=2)
    href = st.sampled_from(("", "", "", *LINKS))
    text = st.builds(Run, lines(2) | st.just("\n") | st.just(" "), marks=marks, href=href)
    picture = st.builds(Run, src=st.sampled_from(FILES), alt=lines(1))
    return st.lists(text | text | text | picture, min_size=1, max_size=3)


@st.composite
def paragraphs(draw: DrawFn, css: bool = True) -> str:
    """One paragraph of normalised HTML, never empty; with css it may be centred, a caption …"""
    names = ("", "", "center", "right", "caption", "placeholder") if css else ("",)
    name = draw(st.sampled_from(names))
    inside = inline.html_of(inline.tidy(draw(runs()))) or "字"
    return f'<p class="{name}">{inside}</p>' if name else f"<p>{inside}</p>"


@cache
def tables() -> SearchStrategy[str]:
    spans = st.sampled_from(("", "", ' colspan="2"', ' rowspan="3"'))
    inside = runs().map(lambda found: inline.html_of(inline.tidy(found)))
    inside |= st.lists(paragraphs(), min_size=2, max_size=2).map("".join)
    cell = st.builds("<{0}{1}>{2}</{0}>".format, st.sampled_from(("td", "th")), spans, inside)
    row = st.lists(cell, min_size=1, max_size=3).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
    rows = st.lists(row, min_size=1, max_size=3).map("".join)
    return rows.map("<table><tbody><tr><td>表</td></tr>{}</tbody></table>".format)


@cache
def lists() -> SearchStrategy[str]:
    item = runs().map(lambda found: inline.html_of(inline.tidy(found)) or "项")
    items = st.lists(item.map("<li>{}</li>".format), min_size=1, max_size=3).map("".join)
    nested = items.map("<ul><li>上级<ol>{}</ol></li></ul>".format)
    return nested | items.map("<ul>{}</ul>".format) | items.map('<ol start="3">{}</ol>'.format)


@st.composite
def bodies(draw: DrawFn, least: int = 0, most: int = 3, first: str = "") -> str:
    """Normalised HTML of several blocks; with first="p" it starts with a plain paragraph."""
    quotes = paragraphs().map("<blockquote>{}</blockquote>".format)
    block = paragraphs() | paragraphs() | paragraphs() | tables() | lists() | quotes
    blocks = draw(st.lists(block, min_size=least, max_size=most))
    if first == "p":
        blocks.insert(0, draw(paragraphs(css=False)))
    return body.normalise("".join(blocks))


@cache
def keys() -> SearchStrategy[str]:
    rest = st.text(KEY_REST, min_size=5, max_size=5)
    return st.builds(str.__add__, st.sampled_from(KEY_LETTERS), rest)


@st.composite
def sections(draw: DrawFn) -> DocumentSection:
    """A headed section, a run-in one, a clause or an unnumbered heading; no key, maybe a value."""
    kind = draw(st.sampled_from(("own line", "own line", "run-in", "clause", "unnumbered")))
    level = 0 if kind == "unnumbered" else draw(st.integers(1, 4))
    return DocumentSection(
        level=level,
        heading=None if kind == "clause" else draw(some_lines()),
        body=draw(bodies(first="p") if kind in ("run-in", "clause") else bodies()),
        value=draw(st.none() | st.integers(1, 120)) if level else None,
        run_in=draw(st.sampled_from("。： ")) if kind == "run-in" else "",
    )


def departing(found: list[DocumentSection]) -> tuple[DocumentSection, ...]:
    """Keep a value only where it departs from the count (restarting under each new parent)."""
    counts, out = [0] * 5, []
    for section in found:
        level, value = section.level, section.value
        if level:
            count = counts[level] + 1
            value = None if value == count else value
            counts[level:] = [value or count, *[0] * (4 - level)]
        out.append(
            DocumentSection(
                level, section.heading, section.body, value, section.run_in, section.key
            )
        )
    return tuple(out)


@st.composite
def parts(draw: DrawFn, most: int = 3) -> DocumentPart:
    """One region's share, or a part without region; no keys."""
    return DocumentPart(
        region=draw(st.none() | st.sampled_from(REGIONS)),
        heading=draw(lines(3)),
        intro=draw(bodies(most=2)),
        sections=departing(draw(st.lists(sections(), max_size=most))),
    )


@cache
def attachments() -> SearchStrategy[DocumentAttachment]:
    return st.builds(DocumentAttachment, some_lines(4), st.sampled_from(("", *FILES, *LINKS)))


@cache
def moments() -> SearchStrategy[datetime]:
    """To the minute, aware, as a deadline is typed."""
    minutes = st.integers(0, 60 * 24 * 365 * 30)
    return minutes.map(lambda count: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=count))


@cache
def days() -> SearchStrategy[date]:
    return st.dates(date(1949, 10, 1), date(2099, 12, 31))


@st.composite
def documents(draw: DrawFn, keyed: bool | None = None, most: int = 3) -> Document:
    """A whole bulletin. keyed: everything has a unique key, nothing has one, or (None) either."""
    published = draw(st.none() | days())
    document = Document(
        title=draw(lines()),
        subtitle=draw(lines(4)),
        published_date=published,
        published_time=draw(st.none() | minutes()) if published else None,
        written_date=draw(st.none() | days()),
        source=draw(lines(4)),
        source_address=draw(st.sampled_from(("", *LINKS))),
        list_title=draw(lines(4)),
        link_only_to=draw(st.sampled_from(("", *LINKS))),
        document_number=draw(lines(4)),
        index_number=draw(lines(3)),
        issuing_body=draw(lines(3)),
        responsible_editor=draw(lines(2)),
        column=draw(lines(2)),
        lead=draw(bodies(most=2)),
        parts=tuple(draw(st.lists(parts(), max_size=most))),
        closing=draw(bodies(most=2)),
        attachments=tuple(draw(st.lists(attachments(), max_size=2))),
        tags=tuple(draw(st.lists(some_lines(2), max_size=3, unique=True))),
        closes_at=draw(st.none() | moments()),
        change_note=draw(lines()),
    )
    wanted = draw(st.booleans()) if keyed is None else keyed
    return draw(_keyed(document)) if wanted else document


@cache
def minutes() -> SearchStrategy[time]:
    return st.builds(time, st.integers(0, 23), st.integers(0, 59))


@st.composite
def _keyed(draw: DrawFn, document: Document) -> Document:
    count = len(document.parts) + len(document.attachments)
    count += sum(len(part.sections) for part in document.parts)
    fresh = iter(draw(st.lists(keys(), min_size=count, max_size=count, unique=True)))
    with_key = [
        replace(
            part,
            key=next(fresh),
            sections=tuple(replace(section, key=next(fresh)) for section in part.sections),
        )
        for part in document.parts
    ]
    files = tuple(replace(file, key=next(fresh)) for file in document.attachments)
    return replace(document, parts=tuple(with_key), attachments=files)
