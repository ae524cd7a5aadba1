"""Lists as files: nothing in a cell acts, nothing is lost, and both ways say the same."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from lxml import etree

from bulletins.spreadsheets import Cell, Spreadsheet, write_csv, write_xlsx
from bulletins.spreadsheets.cells import CUT, LONGEST, harmless

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(rows: list[list[Cell]]) -> list[list[str]]:
    file = BytesIO()
    write_csv(Spreadsheet("稿件", ["标题"], rows), file)
    assert file.getvalue().startswith(b"\xef\xbb\xbf")  # or Excel takes it for GBK
    return list(csv.reader(StringIO(file.getvalue().decode("utf-8-sig"), newline="")))


def read_xlsx(rows: list[list[Cell]]) -> list[list[str]]:
    """Every cell's text; one that holds a formula fails."""
    file = BytesIO()
    write_xlsx(Spreadsheet("稿件", ["标题"], rows), file)
    with ZipFile(file) as book:
        page = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert page.findall(f".//{NAMESPACE}f") == []
    found = []
    for row in page.iter(f"{NAMESPACE}row"):
        found.append(["".join(map(str, cell.itertext())) for cell in row.iter(f"{NAMESPACE}c")])
    return found


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n", *"＝＋－＠"])
@pytest.mark.parametrize("before", ["", " ", "\u3000", "\u200b", "\x00\x0b"])
def test_what_would_act_is_a_text(sign: str, before: str) -> None:
    cell = harmless(f"{before}{sign}cmd|' /C calc'!A0")
    assert isinstance(cell, str)
    assert cell.startswith("'")


@pytest.mark.parametrize(
    "text", ["多地推进网络工作", "2021-03-15", "a=b", "C++", "（一）-（三）", ""]
)
def test_what_does_not_act_is_left_alone(text: str) -> None:
    assert harmless(text) == text


def test_a_number_stays_a_number() -> None:
    assert [harmless(one) for one in (-5, 0, None)] == [-5, 0, ""]


def test_both_files_say_the_same() -> None:
    rows: list[list[Cell]] = [
        ["=1+1", 7],
        ['引号"、逗号,\n和换行', None],
        ["https://example.cn/", 3],
    ]
    said = [["标题"], ["'=1+1", "7"], ['引号"、逗号,\n和换行', ""], ["https://example.cn/", "3"]]
    assert read_csv(rows) == said
    found = read_xlsx(rows)
    assert [[*row, ""][:2] for row in found[1:]] == said[1:]


def test_control_characters_do_not_spoil_the_file() -> None:
    assert read_xlsx([["网\x00络\x0b\ufffe安全\u202e"]])[1:] == [["网络安全"]]
    assert read_csv([["网\x00络\x0b\ufffe安全\u202e"]])[1:] == [["网络安全"]]


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    [[cell]] = read_xlsx([["字" * 40_000]])[1:]
    assert cell == "字" * LONGEST + CUT
