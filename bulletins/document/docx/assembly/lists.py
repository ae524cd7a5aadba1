"""List paragraphs, each with its depth, gathered into nested <ul> and <ol>."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One list paragraph. key: which list it belongs to; html: its inline content."""

    key: str
    depth: int
    tag: str
    html: str
    start: int = 1


@dataclass(slots=True)
class _List:
    key: str
    depth: int
    tag: str
    start: int
    items: list[tuple[str, list["_List"]]] = field(default_factory=list)

    def html(self) -> str:
        items = "".join(
            f"<li>{text}{''.join(one.html() for one in inner)}</li>" for text, inner in self.items
        )
        start = f' start="{self.start}"' if self.tag == "ol" and self.start != 1 else ""
        return f"<{self.tag}{start}>{items}</{self.tag}>"


def gather(entries: Iterable[Entry]) -> list[str]:
    """The HTML of each top-level list."""
    roots: list[_List] = []
    path: list[_List] = []
    for entry in entries:
        while path and (
            path[-1].depth > entry.depth
            or (path[-1].depth == entry.depth and path[-1].key != entry.key)
        ):
            path.pop()
        if not path or path[-1].depth < entry.depth:
            fresh = _List(entry.key, entry.depth, entry.tag, entry.start)
            (path[-1].items[-1][1] if path else roots).append(fresh)
            path.append(fresh)
        path[-1].items.append((entry.html, []))
    return [one.html() for one in roots]
