"""What stands at the end of a text that is taken along: where it is from, and which text it is."""

from collections.abc import Iterator
from dataclasses import dataclass

CHECK = "本文有无更正、是否仍然有效，以网页为准。"


@dataclass(frozen=True, slots=True)
class Colophon:
    """site: its name. address: of the page. since: when that edition became public, in words.

    files: title of each attachment, and where it is; "" for one that was only named.
    """

    site: str
    address: str
    edition: int
    since: str
    digest: str
    files: tuple[tuple[str, str], ...] = ()

    def lines(self) -> Iterator[str]:
        """Plain text, line by line."""
        found = [(title, place) for title, place in self.files if place]
        if found:
            yield "附件下载："
            yield from (f"{at}. {title} {place}" for at, (title, place) in enumerate(found, 1))
        yield f"出处：{self.site} {self.address}"
        yield f"第 {self.edition} 版，{self.since}起公开。{CHECK}"
        yield f"内容校验码：{self.digest}"
