"""A file is read by a program that can do no harm; what it says is held against what it may be."""

import io
import json
import time
from datetime import datetime

import pytest

from bulletins.document.filetext.answers import read_answer
from bulletins.document.filetext.folding import paragraphs
from bulletins.document.filetext.leaves import MOST_CELLS, FileText
from bulletins.document.filetext.sheets import MOST_ROWS, _moved, read_csv
from bulletins.filetexts import starting
from bulletins.filetexts.starting import read_apart
from tests.files import samples

ROWS: samples.Rows = [
    ["姓名", "人数", "日期"],
    ["甲", 3.0, datetime(2026, 3, 5)],  # noqa: DTZ001  a sheet knows no zones
    ["=1+1", 4.25, ""],
]
PDF = samples.pdf("one", "", "three")


def read(data: bytes, ending: str) -> FileText | None:
    return read_apart(io.BytesIO(data), ending)


def test_a_sheet_is_rows_and_what_is_hidden_stays_hidden() -> None:
    said = read(samples.xlsx(ROWS, title="报名名单", hidden="内部的话"), ".xlsx")
    assert said
    assert said.sheets == 1
    (leaf,) = said.leaves
    assert leaf["rows"] == [
        [("报名名单", 3, 1)],
        ["姓名", "人数", "日期"],
        ["甲", "3", "2026-03-05"],
        ["=1+1", "4.25", ""],
    ]


@pytest.mark.parametrize(
    ("ending", "data", "rows"),
    [
        (".xls", samples.xls([["姓名", "人数"], ["甲", 3.0]]), [["姓名", "人数"], ["甲", "3"]]),
        (".ods", samples.ods("甲"), [["甲"]]),
        (".csv", "姓名;人数\r\n甲;3\r\n\r\n".encode("gb18030"), [["姓名", "人数"], ["甲", "3"]]),
    ],
)
def test_other_tables_too(ending: str, data: bytes, rows: list[list[str]]) -> None:
    said = read(data, ending)
    assert said
    assert [leaf["rows"] for leaf in said.leaves] == [rows]


def test_pages_words_and_lines() -> None:
    assert read(PDF, ".pdf") == FileText(
        ({"name": "1", "lines": ["one"]}, {"name": "3", "lines": ["three"]}), pages=3
    )
    assert read(samples.pdf("", ""), ".pdf") == FileText((), pages=2)  # scanned
    word = read(samples.word("一段<话>"), ".docx")
    assert word
    html = word.leaves[0]["html"]
    assert html.startswith("<p><strong>报名办法</strong></p><p>一段&lt;话&gt;</p><table>")
    assert read("一\r\n\r\n二".encode("utf-16"), ".txt") == FileText(
        ({"name": "", "lines": ["一", "二"]},)
    )


def test_a_long_table_is_read_in_part_and_counted_whole() -> None:
    said = read(samples.xlsx([[str(at)] for at in range(MOST_ROWS + 50)]), ".xlsx")
    assert said
    assert said.cut
    assert (len(said.leaves[0]["rows"]), said.leaves[0]["total"]) == (MOST_ROWS, MOST_ROWS + 50)


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        (".pdf", b"%PDF-1.7\n..."),
        (".pdf", PDF.replace(b"/Kids[4 0 R", b"/Kids[2 0 R")),  # a tree that leads to itself
        (".docx", b"PK\x03\x04"),
        (".xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        # A cell in the last place there is: a dense table of it would take 17 thousand million
        (
            ".xlsx",
            samples.remade(
                samples.xlsx([["甲", 1]]), "xl/worksheets/sheet1.xml", 'r="B1"', 'r="XFD1048576"'
            ),
        ),
        # 150 MB of one letter
        (".docx", samples.zipped({"word/document.xml": "a" * 150_000_000})),
        (".doc", b"\xd0\xcf\x11\xe0"),
    ],
    ids=["no-pdf", "ring", "no-zip", "no-table", "sparse", "bomb", "other"],
)
def test_what_cannot_be_read_is_none_and_takes_no_time(ending: str, data: bytes) -> None:
    since = time.monotonic()
    said = read(data, ending)
    assert said is None or not said.leaves
    assert time.monotonic() - since < 10


def test_an_entity_reads_no_file() -> None:
    """XXE: the words of the sheet stand in a piece of XML that names a file of the machine."""
    plain = samples.xlsx([["甲乙丙", "文"]])
    evil = samples.remade(
        plain,
        "xl/sharedStrings.xml",
        "<sst ",
        '<!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst ',
    )
    evil = samples.remade(evil, "xl/sharedStrings.xml", "甲乙丙", "&e;")
    assert "root:" not in json.dumps(str(read(evil, ".xlsx")))


@pytest.mark.parametrize(
    "deed", ["open_a_file", "call_home", "start_a_program", "take_memory", "tell_secrets"]
)
def test_the_program_has_given_up_its_means(deed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "PROGRAM", "tests.files.means")
    said = read(deed.encode(), ".txt")
    assert said
    assert said.leaves[0]["lines"][0].startswith("refused:")


def test_one_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "PROGRAM", "tests.files.means")
    monkeypatch.setattr(starting, "PATIENCE", 1)
    since = time.monotonic()
    assert read(b"wait", ".txt") is None
    assert time.monotonic() - since < 5


@pytest.mark.parametrize(
    "said",
    [
        *(b"", b"[]", b"null", b"{}", b'{"leaves": 1, "pages": 1, "sheets": 1, "cut": 1}'),
        *(b'{"leaves": [{}], "pages": null, "sheets": null, "cut": false}', b"[" * 100_000),
        b'{"leaves": [], "pages": -1, "sheets": null, "cut": false}',
        b'{"leaves": [{"name": "", "total": 1, "rows": [[["a", 1, {}]]]}], "pages": null, "sheets": null, "cut": 0}',
    ],
)
def test_an_answer_that_is_none_is_refused(said: bytes) -> None:
    assert read_answer(said) is None


def test_nothing_invisible_comes_through_an_answer() -> None:
    lines = '["a\\u0000b\\u202ec\\ud800"]'
    said = read_answer(
        f'{{"leaves": [{{"name": "", "lines": {lines}}}], "pages": 1, "sheets": null, "cut": false}}'.encode()
    )
    assert said
    assert said.leaves[0]["lines"] == ["abc"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["　　演练期间电话保持畅通，谁先发现", "异常，谁先报告。", "二、不等核实清楚再报"],
            ["演练期间电话保持畅通，谁先发现异常，谁先报告。", "二、不等核实清楚再报"],
        ),
        (
            ["演练期间电话保持畅通，谁先发现。", "异常先报"],
            ["演练期间电话保持畅通，谁先发现。", "异常先报"],
        ),
        (["Please report without", "delay"], ["Please report without delay"]),
        (["姓名", "甲", ""], ["姓名", "甲"]),
        ([], []),
    ],
)
def test_lines_of_a_page_become_paragraphs(lines: list[str], said: list[str]) -> None:
    assert paragraphs(lines) == said


def test_a_sparse_table_is_as_small_as_what_it_says() -> None:
    """Every row has one cell, in its last column; columns and rows of nothing are left out."""
    row = ["甲", *[""] * 58, "乙"]
    said = read_csv("\n".join([",".join(row), "," * 59, ",".join(row)]).encode())
    (leaf,) = said.leaves
    assert leaf["rows"] == [["甲", "乙"]] * 2
    assert (leaf["total"], said.cut) == (2, False)


def test_empty_cells_are_counted_too() -> None:
    wide = "\n".join(",".join("甲" if at == n % 60 else "" for at in range(60)) for n in range(900))
    said = read_csv(wide.encode())
    (leaf,) = said.leaves
    assert (len(leaf["rows"]), leaf["total"], said.cut) == (MOST_CELLS // 60, 900, True)


def test_cells_stay_joined_where_rows_and_columns_between_are_left_out() -> None:
    spans = {(0, 1): (4, 3), (5, 0): (2, 2)}
    assert _moved(spans, [0, 2, 4], [1, 4]) == {(0, 0): (2, 2)}
