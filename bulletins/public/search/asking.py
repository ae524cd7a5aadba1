"""What an address of /search/ asks for; whatever it says, there is an answer."""

import re
from datetime import datetime
from typing import NamedTuple

from django.http import QueryDict

from bulletins.search.query import Query, from_address, known_at

PAGE = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)
NO_PAGE = "没有这样的页码，现在看到的是第一页。"


class Asked(NamedTuple):
    """notes: sentences for who typed it. is_new: typed just now, no link of an answer."""

    query: Query
    page: int = 1
    notes: tuple[str, ...] = ()
    is_new: bool = False

    @property
    def names(self) -> dict[str, str]:
        """Of its conditions, by kind, as they are said: 贵州, 2021年."""
        named = {kind: name for kind, name in self.query.named._asdict().items() if name}
        return {kind: f"{name}年" if kind == "year" else name for kind, name in named.items()}


def asked(data: QueryDict, now: datetime) -> Asked:
    query, page = from_address(data, known_at(now)), data.get("page") or "1"
    if not PAGE.fullmatch(page):
        return Asked(query, 1, (*query.notes, NO_PAGE))
    return Asked(query, int(page), query.notes, is_new=data.keys() == {"q"})
