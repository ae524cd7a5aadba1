"""A region's parts, taken out of a written body: as ``write_part`` writes them without headings."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

PART = re.compile(
    r'<section class="part" id="(?P<key>[^"]*)" data-region="(?P<region>[^"]*)">\n'
    r"(?:<h2>(?P<heading>[^<]*)</h2>(?:(?=\n</section>)|\n))?(?P<inside>.*?)\n</section>",
    re.DOTALL,
)
# Of a section: no other heading is in a body
HEADING = re.compile(r'<h([3-6])( class="level-[0-4]".*?)</h\1>', re.DOTALL)


class Parted(NamedTuple):
    """heading: what is printed of it in the body, or ""."""

    key: str
    region: str
    heading: str
    inside: str
    raised: bool

    def html(self) -> str:
        """As the body of a page of its own: what stood below its heading goes up one step."""
        inside = HEADING.sub(_raised, self.inside) if self.raised else self.inside
        anchor = f' id="{self.key}" data-region="{self.region}"'
        return f'<section class="part"{anchor}>\n{inside}\n</section>'


def parts_in(body: str) -> Iterator[Parted]:
    """Those that have a region, in their order. body: as ``write_body`` gives it."""
    for found in PART.finditer(body):
        heading = found["heading"]
        said = unescape(heading or "")
        yield Parted(found["key"], found["region"], said, found["inside"], heading is not None)


def _raised(found: re.Match[str]) -> str:
    depth = int(found[1]) - 1
    return f"<h{depth}{found[2]}</h{depth}>"
