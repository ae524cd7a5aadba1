"""Numbers are counted: labels, faults, Chinese numerals."""

import pytest

from bulletins.document.markers import read_marker
from bulletins.document.numbering import faults, label, labels
from bulletins.document.numerals import to_chinese, to_int
from bulletins.document.tree import DocumentPart, DocumentSection


def part(*levels: int | tuple[int, int]) -> DocumentPart:
    pairs = [(level, None) if isinstance(level, int) else level for level in levels]
    return DocumentPart(
        sections=tuple(DocumentSection(level, "甲", value=value) for level, value in pairs)
    )


def test_counting_restarts_under_each_parent_but_not_at_a_chapter() -> None:
    assert labels(part(0, 1, 2, 2, 1, 2, 0, 1)) == (
        "", "一、", "（一）", "（二）", "二、", "（一）", "", "三、",
    )  # fmt: skip


def test_the_authors_number_wins_and_the_count_goes_on_from_it() -> None:
    assert labels(part(1, (1, 4), 1)) == ("一、", "四、", "五、")


@pytest.mark.parametrize(
    ("number", "printed"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (105, "一百零五"),
     (110, "一百一十"), (1001, "一千零一"), (12345, "12345")],
)  # fmt: skip
def test_chinese_numerals(number: int, printed: str) -> None:
    assert to_chinese(number) == printed


def test_every_numeral_reads_back() -> None:
    assert all(to_int(to_chinese(number)) == number for number in range(1, 10_000))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_every_printed_label_is_read_as_what_it_is(level: int) -> None:
    for number in range(1, 200):
        found = read_marker(label(level, number) + "甲")
        assert found is not None
        assert (found.level, found.number) == (level, number)


@pytest.mark.parametrize(
    "words", ["三四十、", "3.5 公里", "2021.3.1", "一是加强", "第一，", "十年来"]
)
def test_what_is_no_mark(words: str) -> None:
    assert read_marker(words) is None


def test_faults_name_gap_repeat_and_step_back() -> None:
    found = faults(part(1, (1, 3), (1, 3), (1, 2)))
    assert [fault.code for fault in found] == ["number.gap", "number.repeat", "number.back"]


def test_a_jump_over_a_level_that_is_used_elsewhere_is_a_fault() -> None:
    assert [f.code for f in faults(part(1, 2, 3, 1, 3))] == ["number.jump"]
    assert faults(part(1, 3, 3, 1, 3)) == ()
