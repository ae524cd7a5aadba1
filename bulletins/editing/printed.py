"""A document as a reviewer reads it: as it is printed, with nothing in it that cannot be seen.

Headings stand one level lower than in print, since the page has a heading of its own; a wide table
scrolls in itself; files are at addresses that this person's browser can open.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from bulletins.document.body import text_of
from bulletins.document.html.marking import marked_text
from bulletins.document.html.writing import write_html
from bulletins.document.tree import Document
from bulletins.document.vocabulary import FILE_PREFIX

TAG = re.compile(r"<[^>]*>")  # in normalised HTML no attribute holds a >
FILE = re.compile(r'\b(src|href)="file:([0-9a-f]{64})"')
HEADING = re.compile(r"<(/?)h([1-5])\b")
TABLE = re.compile(r"<table\b[^>]*>")
SCROLL = '<div class="scroll" tabindex="0" role="group" aria-label="表格">'
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
# Where a part or a section begins, and where a part ends
PLACE = re.compile(
    r'(?:<div class="run-in">)?<(?:h[2-6]|p|span) data-mark="(?:part|section|clause)"[^>]*'
    r'data-key="([a-z0-9]{6})"|</section>'
)
PICTURE = re.compile(r'<img src="([^"]*)" alt="([^"]*)">')


def printed(
    document: Document, region_names: Mapping[str, str], beside: Mapping[str, str] | None = None
) -> SafeString:
    """The document as HTML. It must be clean: read from a proof, or by ``cleaning.cleaned``.

    beside: HTML to stand after the part's heading or the section of a key.
    """
    html = marked(write_html(document, region_names))
    html = HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", html)
    html = TABLE.sub(rf"{SCROLL}\g<0>", html).replace("</table>", "</table></div>")
    html = with_files(html)
    # Our writer spells sanitised bodies only; what stands beside them comes from templates.
    return mark_safe(_with_beside(html, beside) if beside else html)  # noqa: S308


def with_files(html: str) -> str:
    """Names of files turned into addresses of the admin, where who may read the text gets them."""
    return FILE.sub(lambda found: f'{found[1]}="{_address(found[2])}"', html)


def marked(html: str) -> str:
    """Normalised HTML with every odd character of its text named beside it."""
    return _outside_tags(html, lambda text: marked_text(unescape(text)))


def _with_beside(html: str, beside: Mapping[str, str]) -> str:
    """Each place ends where the next one begins, or its part ends."""
    done, key, pieces = 0, "", []
    for found in PLACE.finditer(html):
        pieces += [html[done : found.start()], beside.get(key, "")]
        done, key = found.start(), found[1] or ""
    return "".join([*pieces, html[done:]])


@dataclass(frozen=True, slots=True)
class Target:
    """What a reader's click opens, or what a picture is called for who does not see it."""

    kind: str
    text: str
    address: str = ""


def targets(document: Document) -> Iterator[Target]:
    """Links and pictures of the texts, in reading order: print does not show where they lead."""
    for html in _texts(document):
        for address, inside in LINK.findall(html):
            yield Target("链接", text_of(inside), unescape(address))
        for address, alt in PICTURE.findall(html):
            yield Target("图片", unescape(alt) or "（没有说明）", _shown(address))


def _texts(document: Document) -> Iterator[str]:
    yield document.lead
    for part in document.parts:
        yield part.intro
        yield from (section.body for section in part.sections)
    yield document.closing


def _shown(address: str) -> str:
    return _address(address.removeprefix(FILE_PREFIX)) if address.startswith(FILE_PREFIX) else ""


def _address(sha256: str) -> str:
    return reverse("admin:bulletins_edition_file", args=[sha256])


def _outside_tags(html: str, change: Callable[[str], str]) -> str:
    """The HTML with every stretch of text between tags changed."""
    done, pieces = 0, []
    for tag in TAG.finditer(html):
        pieces += [change(html[done : tag.start()]), tag[0]]
        done = tag.end()
    return "".join([*pieces, change(html[done:])])
