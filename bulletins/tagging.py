"""How tags are typed: parted by any comma, 、, ； or line break; a space may stand inside one."""

import re
from collections.abc import Iterable

from taggit.models import TagBase

SEPARATORS = re.compile(r"[,，、;；\r\n\t]+")
LONGEST = 30  # characters; a longer one is a sentence


def read_tags(text: str) -> list[str]:
    """Tags as typed, each once, in their order: "数据安全、清朗" → ["数据安全", "清朗"]."""
    words = (" ".join(word.split()).lstrip("#＃") for word in SEPARATORS.split(text))
    return list(dict.fromkeys(word for word in words if word))


def write_tags(tags: Iterable[TagBase]) -> str:
    """Tags as an editor is shown them."""
    return "、".join(tag.name for tag in tags)
