"""What an attachment says, on a page: for telephones that cannot open it, and for those who listen.

It is as public as the file itself, and read by a program: the file is what was approved.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bulletins.document.filetext.leaves import MOST_SHEETS, Cell, Leaf, Room
from bulletins.document.filetext.reading import READER, READERS
from bulletins.models import Attachment, FileText, FileTextState, StoredFile
from bulletins.public.attached import extent, kind_of
from bulletins.public.files import missing, readable_at
from bulletins.public.live import live_edition, with_furniture
from bulletins.public.pages import page
from bulletins.public.showing import head_context
from bulletins.public.sight import sight_of

ROWS, LINES, PAGES = 200, 2000, 50  # shown of each sheet, of a text, of a .pdf
NO_TEXT = "这个附件没有文字版，请下载原件。"
NOT_YET = "这个附件的文字版还没有做好，请过几分钟再来，或下载原件。"


class Shown(NamedTuple):
    """A cell of a table."""

    text: str
    across: int = 1
    down: int = 1


@require_safe
def file_text_page(request: HttpRequest, number: int, sha256: str) -> HttpResponse:
    """The same rules as of the file: earlier editions', staff's ``?at=``, 410 when it is gone."""
    sight = sight_of(request)
    then = sight.edition(number)
    live, around = with_furniture(then) if then else live_edition(number, sight.now)
    readable, past = readable_at(live, then)
    offered = Attachment.objects.filter(edition__in=readable, file=sha256)
    row = offered.select_related("file__text").order_by("-edition__live_from", "position").first()
    if row is None or row.file is None:
        raise missing(number, past, sha256)
    said = head_context(live, sight.shown) | _said(row.title, row.file)
    said["place"] = reverse("file", args=[number, sha256]) + sight.query
    response = page(request, "public/file_text.html", around, said, sight=sight)
    response["X-Robots-Tag"] = "noindex"
    return response


def _said(title: str, file: StoredFile) -> dict[str, Any]:
    text: FileText | None = getattr(file, "text", None)
    leaves = text.leaves if text and text.state == FileTextState.DONE else []
    name = file.content.name or ""
    return {
        "title": title,
        "kind": kind_of(name),
        "size": file.size,
        "extent": extent(text.pages, text.sheets) if text else "",
        "leaves": list(_leaves(leaves)),
        "more": _more(text, leaves) if text and leaves else "",
        "sentence": "" if leaves else _why_not(file, text),
    }


def _why_not(file: StoredFile, text: FileText | None) -> str:
    is_read = PurePath(file.content.name or "").suffix in READERS
    return NOT_YET if is_read and (text is None or text.reader != READER) else NO_TEXT


def _leaves(leaves: Sequence[Leaf]) -> Iterator[dict[str, Any]]:
    """head: whether the first row of a table names its columns."""
    room = Room()
    for leaf in leaves[:PAGES]:
        if "rows" not in leaf:
            yield {**leaf, "lines": leaf.get("lines", [])[:LINES]}
            continue
        said = leaf["rows"][:ROWS]
        fit = room.rows(len(said), max(map(len, said), default=0))
        rows = [[_shown(cell) for cell in row] for row in said[:fit]]
        yield {**leaf, **_table(rows), "rest": leaf.get("total", 0) - len(rows)}


def _table(rows: list[list[Shown]]) -> dict[str, Any]:
    """Title rows first, then the row that names the columns, if one does."""
    width = max((sum(cell.across for cell in row) for row in rows), default=0)
    at = next((n for n, row in enumerate(rows) if _names(row, width)), -1)
    above = rows[: max(at, 0)]
    if at < 0 or any(sum(bool(cell.text) for cell in row) > 1 for row in above):
        return {"above": [], "head": [], "body": rows}
    titles = [cell.text for row in above for cell in row if cell.text]
    return {"above": titles, "head": rows[at], "body": rows[at + 1 :]}


def _names(row: Sequence[Shown], width: int) -> bool:
    """A name for every column, none of them a number."""
    return (
        len(row) == width > 1
        and all(cell.text and cell.across == cell.down == 1 for cell in row)
        and not any(cell.text.replace(".", "").replace("-", "").isdigit() for cell in row)
    )


def _shown(cell: Cell) -> Shown:
    return Shown(cell) if isinstance(cell, str) else Shown(*cell)


def _more(text: FileText, leaves: Sequence[Leaf]) -> str:
    """What of the file is not here."""
    if text.pages and len(leaves) > PAGES:
        return f"这里是前 {leaves[PAGES - 1]['name']} 页，其余请下载原件。"
    if text.sheets and text.sheets > MOST_SHEETS:
        return f"这里是前 {MOST_SHEETS} 个工作表中的文字，其余请下载原件。"
    return "文件较长，其余请下载原件。" if text.is_cut or _is_long(leaves) else ""


def _is_long(leaves: Sequence[Leaf]) -> bool:
    return any(len(leaf.get("lines", [])) > LINES for leaf in leaves)
