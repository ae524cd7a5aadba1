"""标签: what a text is about, told by jieba, and what readers already find such texts under."""

from bulletins.keywords.offering import MOST, offered
from bulletins.keywords.suggesting import suggested

__all__ = ["MOST", "offered", "suggested"]
