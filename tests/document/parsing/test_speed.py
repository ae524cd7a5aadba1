"""Time grows with the text and not faster, however short its lines are."""

from time import process_time

import pytest

from bulletins.document.parse import parse
from bulletins.document.text.reading import read_text
from regions.names import Gazetteer

TEXTS = {
    "letters": "甲\n",
    "words": "甲乙丙\n",
    "sections": "一、甲\n二、乙\n",
    "dates": "2024年3月1日\n",
    "regions": "天津\n甲乙丙丁戊己庚辛。\n海外\n贵州\n甲乙丙丁戊己庚辛。\n",
    "labels": "来源：示范日报\n",
    "annexes": "附件\n",
}


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS.keys())
def test_a_hundred_thousand_characters_in_very_short_lines(piece: str) -> None:
    """Under a second on a quiet machine; what is slower by its square takes a minute."""
    text = piece * (100_000 // len(piece))
    gazetteer = Gazetteer.packaged()
    start = process_time()
    parse(read_text(text), gazetteer)
    assert process_time() - start < 4
