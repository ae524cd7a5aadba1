"""Long files are read and understood in bounded time, many small paragraphs and tables too."""

import time
from collections.abc import Callable

import pytest

from bulletins.document.parse import parse
from bulletins.document.reading import read_file
from regions.names import Gazetteer
from tests.document.docx.odd_files import numbered, p, r, word
from tests.document.docx.test_numbers import OFFICIAL
from tests.document.docx.test_tables import cell, row, table

GAZETTEER = Gazetteer.packaged()
WORDS = "加强巡查落实责任做好值班守护工作遇有情况及时报告春季防火林区管控山洪预警群众转移安置检修"


def words(at: int, length: int) -> str:
    """Different words for every place, so that the zip does not look like a bomb."""
    begin = at * 7 % len(WORDS)
    return (f"{at}{WORDS[begin:]}{WORDS * 4}")[:length]


def paragraphs(count: int) -> bytes:
    return word("".join(p(words(at, 20)) for at in range(count)))


def headings(count: int) -> bytes:
    return word(
        "".join(numbered(words(at, 20), level=at % 3) for at in range(count)), numbering=OFFICIAL
    )


def runs(count: int) -> bytes:
    return word(
        "".join(
            p(inner="".join(r(words(at * 10 + one, 8), "<w:sz w:val='32'/>") for one in range(10)))
            for at in range(count // 4)
        )
    )


def cells(count: int) -> bytes:
    rows = (
        row(*(cell(words(at * 5 + column, 20)) for column in range(5))) for at in range(count // 5)
    )
    return word(p("数据表") + table(*rows) + p("完"))


def seconds(data: bytes) -> float:
    began = time.process_time()
    assert parse(read_file(data), GAZETTEER).lost == ""
    return time.process_time() - began


@pytest.mark.parametrize("make", [paragraphs, headings, runs, cells])
def test_a_hundred_thousand_characters_take_less_than_a_second(
    make: Callable[[int], bytes],
) -> None:
    assert min(seconds(make(5_000)) for _ in range(2)) < 1


def test_a_million_characters_take_less_than_ten_seconds() -> None:
    assert seconds(paragraphs(50_000)) < 10
