"""The words of a text: jieba's, by rjieba, with the office's own among them."""

from bulletins.document.words.cutting import Cutter
from bulletins.document.words.listed import OFFICE, words_in

__all__ = ["OFFICE", "Cutter", "words_in"]
