"""Where files lie in a package: names that people can read and any system can write."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from bulletins.document.plain import squeeze
from bulletins.models import Attachment, StoredFile

UNSAFE = re.compile(r'[\\/:*?"<>|%#&\']')
LONGEST = 60  # characters: at most 180 bytes of Chinese, with number and ending below 255


def picture_path(file: StoredFile) -> str:
    """Pictures have no names of their own: sixteen digits of their SHA-256."""
    return f"pictures/{file.pk[:16]}{PurePath(file.content.name or '').suffix}"


def attachment_paths(attachments: Iterable[Attachment]) -> dict[int, str]:
    """pk → "attachments/01 名单.pdf"; numbered, so that no two are alike."""
    return {
        one.pk: f"attachments/{number:02} {_readable(one)}"
        for number, one in enumerate(attachments, start=1)
        if one.file
    }


def _readable(attachment: Attachment) -> str:
    ending = PurePath(attachment.file.content.name or "").suffix if attachment.file else ""
    stem = UNSAFE.sub(" ", squeeze(attachment.title)).removesuffix(ending)
    return f"{squeeze(stem)[:LONGEST].strip(' .') or '附件'}{ending}"
