"""The demo of `make run`: a fictional office with its people, columns and texts.

Everything in it is invented. Start with ``scripts`` and a file of ``content/``; ``loading`` puts
them into an empty office, through the same doors as everybody's texts.
"""

from bulletins.demo.loading import is_empty, load
from bulletins.demo.people import PEOPLE

__all__ = ["PEOPLE", "is_empty", "load"]
