"""Names of the files that offices attach to a text."""

import re

ENDING = r"\.(?:pdf|ofd|docx?|wps|xlsx?|et|pptx?|dps|csv|txt|zip|rar|7z|jpe?g|png)"
ADDRESS = re.compile(rf"{ENDING}(?:$|[?#&])", re.IGNORECASE)
NAME = re.compile(rf"{ENDING}$", re.IGNORECASE)


def is_file(address: str) -> bool:
    """The address leads to a file, not to a page: …/a.docx, …?filename=a.docx&id=3."""
    return bool(ADDRESS.search(address.strip()))


def is_file_name(text: str) -> bool:
    """The words are the name of a file: 任务分工表.docx"""
    return bool(NAME.search(text.strip()))
