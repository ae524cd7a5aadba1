"""What a reader sees of an article, as pieces of text; read from its rows, not from the index."""

import re
from collections.abc import Iterator
from html import unescape

from bulletins.models import Attachment, Edition, FileText, Part

TAG, BLOCK = re.compile(r"<[^>]+>"), re.compile(r"</(p|li|h\d|tr)>|<br[^>]*>")
CHINESE = re.compile(r"[\u4e00-\u9fff〇]+")


def leaves(edition: Edition) -> Iterator[str]:
    """Every title, heading, paragraph and row of a table by itself; tags and attachments, too."""
    yield from (edition.title, edition.subtitle, edition.list_title, edition.document_number)
    yield from (edition.issuing_body, edition.source, edition.index_number)
    yield from (tag.name for tag in edition.tags.all())
    yield from _paragraphs(edition.lead)
    for part in edition.parts.all():
        yield from _of_part(part)
    yield from _paragraphs(edition.closing)
    for attachment in edition.attachments.all():
        yield attachment.title
        yield from _of_file(attachment)


def runs(edition: Edition, length: int) -> Iterator[str]:
    """Every so many Chinese characters in a row."""
    for leaf in leaves(edition):
        for found in CHINESE.findall(leaf):
            yield from (found[n : n + length] for n in range(len(found) - length + 1))


def _of_part(part: Part) -> Iterator[str]:
    yield part.heading
    yield from _paragraphs(part.intro)
    for section in part.sections.all():
        yield section.heading or ""
        yield from _paragraphs(section.body)


def _of_file(attachment: Attachment) -> Iterator[str]:
    """Lines, and cells that stand beside each other."""
    text = FileText.objects.filter(file=attachment.file_id).first()
    for leaf in text.leaves if text else []:
        yield leaf["name"]
        yield from leaf.get("lines", ())
        yield from _paragraphs(leaf.get("html", ""))
        for row in leaf.get("rows", ()):
            yield "\t".join(cell if isinstance(cell, str) else cell[0] for cell in row)


def _paragraphs(html: str) -> Iterator[str]:
    lines = BLOCK.sub("\n", html).replace("</t", " </t").split("\n")
    return (unescape(TAG.sub("", line)) for line in lines)
