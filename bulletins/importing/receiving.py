"""Keeping what came in, with what was understood of it, until it becomes a draft."""

from collections.abc import Iterator, Mapping

from django.core.files.base import ContentFile
from django.db import transaction

from accounts.audit import record
from accounts.models import User
from bulletins.document.cleaning import cleaned
from bulletins.document.corrections import Choice, corrected
from bulletins.document.html.kept import read_kept
from bulletins.document.html.writing import write_html
from bulletins.document.plain import squeeze
from bulletins.document.tree import Document
from bulletins.importing.pictures import with_stored_pictures
from bulletins.importing.reading import Understood
from bulletins.models import Import, Role
from bulletins.permissions import Refused, scope_of


def receive(understood: Understood, original: bytes, name: str, *, by: User) -> Import:
    """Store the original and the reading. Raises Refused for who writes nowhere."""
    if not scope_of(by).anywhere(Role.EDITOR, Role.CONTRIBUTOR):
        raise Refused("您没有写稿的权限，不能导入：请联系管理员授权")
    reading = understood.reading
    document, problems = with_stored_pictures(reading.document, reading.files, by=by)
    row = Import(by=by, name=squeeze(name)[:200], html=write_html(document))
    row.notices = [*_notices(understood), *([0, "picture.refused", one, ""] for one in problems)]
    row.original = ContentFile(original, name=_file_name(name))
    with transaction.atomic():
        row.save()
        record("receive", row, by=by, detail={"bytes": len(original)})
    return row


def _notices(understood: Understood) -> Iterator[list[object]]:
    """[line, code, message, what stands in the line], for JSON."""
    reading = understood.reading
    for one in reading.notices:
        yield [one.line, one.code, one.message, understood.lines.get(one.line, "")]
    if reading.lost:
        said = f"这些文字没有放进稿件，请对照原件补上：{reading.lost[:500]}"
        yield [0, "text.lost", said, ""]


def document_in(row: Import) -> Document:
    """What was understood, corrections included."""
    return cleaned(read_kept(row.html))


@transaction.atomic
def correct(row: Import, choices: Mapping[int, Choice], *, by: User) -> None:
    """Apply the editor's corrections to an import that is not a draft yet."""
    held = lock_import(row, by=by)
    Import.objects.filter(pk=held.pk).update(
        html=write_html(corrected(read_kept(held.html), choices))
    )


def lock_import(row: Import, *, by: User) -> Import:
    """The row, locked. Raises Refused if it is somebody else's, gone, or has become a draft."""
    held = Import.objects.select_for_update().filter(pk=row.pk).first()
    if held is None:
        raise Refused("这份导入已不在，可能刚刚随一篇稿件清除：请重新导入")
    if held.by_id != by.pk:
        raise Refused("这是别人的导入：请自己再导入一次")
    if held.edition_id:
        raise Refused("这份导入已经成为稿件，可能点了两次：请到“稿件”中查看")
    return held


def _file_name(name: str) -> str:
    """An ending that tells what it was, and nothing of a name that might say too much."""
    ending = name.rpartition(".")[2].lower()
    known = ending if ending in ("docx", "html", "htm", "mht", "txt") else "txt"
    return f"original.{known}"
