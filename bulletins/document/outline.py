"""What was understood of a source, as data and as a page of plain text."""

from collections.abc import Callable, Iterator
from typing import Any

from bulletins.document.body import text_of
from bulletins.document.numbering import labels, numbers
from bulletins.document.parse import Reading
from bulletins.document.plain import bare
from bulletins.document.tree import Document, DocumentPart, DocumentSection


def outline(reading: Reading, name_of: Callable[[str], str]) -> dict[str, Any]:
    """The outline as JSON data (see docs/outline.md); name_of gives a region code's short name."""
    document = reading.document
    return {
        "title": document.title or None,
        "published": published(document),
        "written": document.written_date.isoformat() if document.written_date else None,
        "source": document.source or None,
        "parts": [_part(part, name_of) for part in document.parts],
        "notices": [
            {"line": notice.line, "code": notice.code, "message": notice.message}
            for notice in reading.notices
        ],
        "lost": reading.lost,
    }


def published(document: Document) -> str | None:
    """ "2021-03-15 09:13", "2021-03-15" where no time is printed, None; Beijing time."""
    if not document.published_date:
        return None
    day, clock = document.published_date.isoformat(), document.published_time
    return f"{day} {clock.isoformat('auto')[: 8 if clock.second else 5]}" if clock else day


def _part(part: DocumentPart, name_of: Callable[[str], str]) -> dict[str, Any]:
    rows = zip(part.sections, labels(part), numbers(part.sections), strict=True)
    return {
        "region": part.region,
        "name": name_of(part.region) if part.region else None,
        "heading": part.heading.rstrip("：:").rstrip() or None,
        "intro_chars": _chars(part.intro),
        "sections": [_section(section, label, number) for section, label, number in rows],
    }


def _section(section: DocumentSection, label: str, number: int) -> dict[str, Any]:
    heading = section.heading and (section.heading.rstrip("。：:").rstrip() or section.heading)
    return {
        "level": section.level,
        "number": number or None,
        "label": label or None,
        "heading": heading,
        "run_in": bool(section.run_in),
        "body_chars": _chars(section.body),
    }


def _chars(html: str) -> int:
    return len(bare(text_of(html)))


def as_text(data: dict[str, Any]) -> Iterator[str]:
    """The outline for people, line by line."""
    yield f"标题：{data['title'] or '（未找到）'}"
    yield f"发布时间：{data['published'] or '（未找到）'}"
    yield f"成文日期：{data['written'] or '（未找到）'}"
    yield f"来源：{data['source'] or '（未找到）'}"
    for part in data["parts"]:
        yield from _part_lines(part)
    for notice in data["notices"]:
        where = f"第 {notice['line']} 行　" if notice["line"] else ""
        yield f"提示　{where}{notice['message']}"
    yield f"有文字未能放入稿件：{data['lost']}" if data["lost"] else "正文一字未丢"


def _part_lines(part: dict[str, Any]) -> Iterator[str]:
    region = f"〔{part['name']} {part['region']}〕" if part["region"] else ""
    yield f"\n{part['heading'] or '（无地区）'} {region}　导语 {part['intro_chars']} 字"
    for section in part["sections"]:
        indent = "　" * max(section["level"], 1)
        heading = section["heading"] or "（条款）"
        yield f"{indent}{section['label'] or ''}{heading}　{section['body_chars']} 字"
