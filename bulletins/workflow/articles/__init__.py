"""Verbs of an article after its release: its deadline, its archive, its withdrawal, its dates."""

from bulletins.workflow.articles.archiving import archive, unarchive
from bulletins.workflow.articles.closing import close, extend, reopen
from bulletins.workflow.articles.dating import backdate
from bulletins.workflow.articles.ending import set_end
from bulletins.workflow.articles.erasing import erase
from bulletins.workflow.articles.restoring import restore
from bulletins.workflow.articles.validity import set_validity
from bulletins.workflow.articles.withdrawing import explain, withdraw

__all__ = [
    "archive",
    "backdate",
    "close",
    "erase",
    "explain",
    "extend",
    "reopen",
    "restore",
    "set_end",
    "set_validity",
    "unarchive",
    "withdraw",
]
