"""What was read from pasted text is written as text that reads the same."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from bulletins.document.parse import parse
from bulletins.document.text.reading import read_text
from bulletins.document.text.writing import write_text
from bulletins.document.tree import Document
from regions.names import Gazetteer
from tests.document.parsing.conftest import CASES, case_names, load_case
from tests.document.parsing.test_nothing_lost import TEXTS
from tests.document.parsing.test_pastes import PASTES


def understood(text: str) -> Document:
    return parse(read_text(text), Gazetteer.packaged()).document


@pytest.mark.skipif(not CASES.is_dir(), reason="the real cases (../shared/cases) are absent")
@pytest.mark.parametrize("name", case_names())
def test_real_texts(name: str) -> None:
    reading, truth = load_case(name)
    if truth["file"].endswith(".txt"):
        assert understood(write_text(reading.document)) == reading.document


@pytest.mark.parametrize("path", sorted(PASTES.glob("*.txt")), ids=lambda path: path.stem)
def test_invented_texts(path: Path) -> None:
    once = understood(path.read_text("utf-8"))
    assert understood(write_text(once)) == once


SAMPLES = {
    "regions": "多地部署工作\n2024-03-01 09:05:07\n天 津\n导语一句。\n一、甲\n正文一句。\n贵州\n导语。",
    "prefixes": "多地部署工作\n北京市：优化流程\n缩短时限，方便群众办事。\n上海市：强化监管，守住底线，保障安全。",
    "sentences": "会议召开\n会议提出。\n1\n加强平台建设，提升服务。\n2\n规范信息发布，健全审核。\n会议还通报了情况。",
    "run-in": "关于工作的通知\n（一）指导思想。全面贯彻要求，抓好落实。\n（二）目标任务。年内完成改造，按季通报。",
    "closing": "关于工作的通知\n各单位：\n抓好落实。\n附件：1.清单\n2.表格\n示范办公室\n2024年3月1日",
    "values": "关于工作的通知\n一、甲\n甲文。\n三、乙\n乙文。\n三、丙\n丙文。",
}


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES.keys())
def test_samples(text: str) -> None:
    once = understood(text)
    assert understood(write_text(once)) == once


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_written_text_loses_nothing(text: str) -> None:
    """Scrambled pastes may settle differently, but what was in a body stays somewhere."""
    once = understood(text)
    assert parse(read_text(write_text(once) + "完"), Gazetteer.packaged()).lost == ""
