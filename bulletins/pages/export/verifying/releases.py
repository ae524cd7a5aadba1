"""What is kept of texts against the release (``proving``), and what is served against the rows.

No manifest is believed here, nor the printed form that is kept beside the rows.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator
from html import unescape

from bulletins.document.record import faults
from bulletins.models import Edition
from bulletins.pages.export.verifying.faults import Fault, Kind
from bulletins.proving import unproved
from bulletins.rendering import render

FILE = re.compile(r"/articles/[0-9]+/files/([0-9a-f]{64})")
OTHER_FILE = "文件的内容不是它的地址所说的那个：请从备份恢复这个文件"
EVERYWHERE = "全站"
OTHER_TEXT = "页面上的正文不是签发的文字"
OTHER_TITLE = "页面上没有签发的标题“{}”"
NO_RECORD = "公开记录读不出"
OTHER_RECORD = "公开记录的最后一版不是现在公开的这一版"


def kept_faults(articles: Collection[int] | None = None) -> Iterator[Fault]:
    """Of the site itself: articles, only these by number, and the lists they stand in."""
    for one in unproved(articles):
        place = f"/articles/{one.number}/" if one.number else EVERYWHERE
        yield Fault(Kind.TAMPERED, place, one.says)


def byte_faults(address: str, sha256: str) -> Iterator[Fault]:
    """A picture or attachment is named by its bytes. sha256: of what was served there."""
    named = FILE.fullmatch(address)
    if named and named[1] != sha256:
        yield Fault(Kind.TAMPERED, address, OTHER_FILE)


def text_faults(number: int, address: str, read: Callable[[], bytes]) -> Iterator[Fault]:
    """Of an article's page or record (number: 0 for nobody's); nothing else is read."""
    if number and address == f"/articles/{number}/":
        yield from page_faults(number, read())
    elif number and address.endswith("/record.json"):
        yield from record_faults(number, read())


def page_faults(number: int, html: bytes) -> Iterator[Fault]:
    """html: what was served as the article's page, which is public now."""
    edition = Edition.objects.with_body().live().filter(article__number=number).first()
    if edition is None:
        return
    place, said = f"/articles/{number}/", html.decode("utf-8", "replace")
    if render(edition) not in said:
        yield Fault(Kind.TAMPERED, place, OTHER_TEXT)
    if edition.title not in unescape(said):
        yield Fault(Kind.TAMPERED, place, OTHER_TITLE.format(edition.title))


def record_faults(number: int, data: bytes) -> Iterator[Fault]:
    """data: what was served as its record.json; it must prove itself, and say what is public."""
    place = f"/articles/{number}/record.json"
    try:
        record = json.loads(data)
    except ValueError:
        yield Fault(Kind.TAMPERED, place, NO_RECORD)
        return
    wrong = faults(record)
    yield from (Fault(Kind.TAMPERED, place, one) for one in wrong)
    live = Edition.objects.live().filter(article__number=number).values_list("digest", flat=True)
    if not wrong and record["editions"][-1]["digest"] != live.first():
        yield Fault(Kind.STALE, place, OTHER_RECORD)
