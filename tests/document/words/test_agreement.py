"""rjieba, which cuts what is stored in the index, says what jieba says: word for word."""

import logging
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import rjieba

from bench.words import paragraph
from bulletins.document.folding import fold
from bulletins.document.words import Cutter
from bulletins.document.words.cutting import words_to_add
from regions.official import official_rows

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT.parent / "shared" / "cases"
OURS = "bulletins/demo/content/**/*.txt", "docs/*.md", "README.md", "tests/**/*.txt"
LEAST = 1_000_000  # bytes


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """The project's own texts, real cases where they are present, sentences as the bench has."""
    files = [file for pattern in OURS for file in sorted(ROOT.glob(pattern))]
    files += sorted(CASES.glob("*")) if CASES.is_dir() else []
    chance = Random(8)  # noqa: S311
    said = [file.read_text("utf-8", "replace") for file in files]
    return [*map(fold, said), *(fold(paragraph(chance, 400, 600)) for _ in range(400))]


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(name for row in official_rows() for name in (row.name, row.short_name))


@pytest.fixture(scope="module")
def jieba(cutter: Cutter) -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for word in words_to_add(cutter.words, rjieba.Jieba()):
        tokenizer.add_word(word)
    return tokenizer


def test_both_cut_the_same_words(texts: list[str], cutter: Cutter, jieba: Any) -> None:
    assert sum(len(text.encode()) for text in texts) >= LEAST
    for text in texts:
        words = cutter.search(text)
        assert words == list(_words(jieba, text)), text[:40]
        assert "".join(cutter.cut(text)) == text


def _words(jieba: Any, text: str) -> Iterator[str]:
    """As the cutter asks: what parts sentences is a line break."""
    words = jieba.cut_for_search(text.replace(".", "\n"))
    return (word for word in words if word != "\n")
