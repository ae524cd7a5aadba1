"""A site that knows three names."""

from bulletins.search.query import Found


class Few:
    """贵州, 通知公告 and 5G 应用, by name or code."""

    def region(self, said: str) -> Found | None:
        return Found("520000", "贵州") if said in ("贵州", "520000") else None

    def column(self, said: str) -> Found | None:
        return Found("notices", "通知公告") if said in ("通知公告", "notices") else None

    def tag(self, said: str) -> Found | None:
        return Found("5g", "5G 应用") if said in ("5G 应用", "5g") else None
