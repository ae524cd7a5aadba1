"""Addresses that desk staff give to readers: 结果公告, 另见."""

from bulletins.document.addresses import address
from bulletins.permissions import Refused

LONGEST = 500


def require_place(said: str) -> str:
    """An address of this site ("/articles/12/") or with http(s); "" for none. Raises Refused."""
    said = said.strip()
    found = address(said)
    if said and (not found.startswith(("/", "http://", "https://")) or len(found) > LONGEST):
        raise Refused(
            "这不是可用的网址：请写成 https://www.example.cn/… 或本站的 /articles/12/ 的样子"
        )
    return found
