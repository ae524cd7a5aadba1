"""Pictures that came with a text: checked and stored; one we cannot keep leaves a marked place."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape, unescape

from accounts.models import User
from bulletins.document.blocks import PictureFile
from bulletins.document.tree import Document, DocumentPart
from bulletins.files import store_picture
from bulletins.permissions import Refused

PICTURE = re.compile(r'<img src="file:([0-9a-f]{64})" alt="([^"]*)">')


def with_stored_pictures(
    document: Document, files: Mapping[str, PictureFile], *, by: User
) -> tuple[Document, list[str]]:
    """The document naming pictures as they are stored, and a sentence for each that was not.

    A picture is known only if its bytes came along: the name of somebody else's stays a name.
    """
    stored: dict[str, str] = {}
    problems: list[str] = []
    for key, picture in files.items():
        try:
            stored[key] = store_picture(picture.data, picture.name, by=by).pk
        except Refused as refusal:
            problems.append(f"图片“{picture.name or '无名'}”未取用：{refusal}")
    return _mapped(document, lambda html: PICTURE.sub(_named(stored), html)), problems


def _named(stored: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    def name(found: re.Match[str]) -> str:
        if found[1] in stored:
            return f'<img src="file:{stored[found[1]]}" alt="{found[2]}">'
        return escape(f"【图片未取用：{unescape(found[2])}】", quote=False)

    return name


def _mapped(document: Document, change: Callable[[str], str]) -> Document:
    return replace(
        document,
        lead=change(document.lead),
        closing=change(document.closing),
        parts=tuple(_part(part, change) for part in document.parts),
    )


def _part(part: DocumentPart, change: Callable[[str], str]) -> DocumentPart:
    sections = tuple(replace(section, body=change(section.body)) for section in part.sections)
    return replace(part, intro=change(part.intro), sections=sections)
