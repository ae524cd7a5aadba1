"""Telling people what happened: by mail, and to the office messenger where one is set.

A message is a row, written in the transaction of the act; nothing is sent inside a request.
"""

from bulletins.mailing.unnaming import unname
from bulletins.mailing.writing import Message, tell

__all__ = ["Message", "tell", "unname"]
