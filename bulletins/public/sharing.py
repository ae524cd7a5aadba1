"""What other programs are told of a page: messengers (Open Graph), search engines (JSON-LD).

Every value is what a reader sees on the page (``manage.py check_pages`` compares them).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from bulletins.document.wording import iso
from bulletins.models import Column, Edition
from bulletins.public.furniture import Furniture
from bulletins.public.paths import path_of

LONGEST = 120  # characters of a description: what messengers show of it
PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(.*?)</p>", re.DOTALL)
PICTURE = re.compile(r'<img [^>]*src="(/[^"]+)"')
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Shared:
    """address: of the page itself. changed_at: of the last change that readers are told of."""

    edition: Edition
    title: str
    address: str
    body: str
    published_at: datetime
    changed_at: datetime | None = None


def description_of(body: str) -> str:
    """The first words of a printed body, without its headings; "" where it has none."""
    for paragraph in PARAGRAPH.finditer(body):
        if words := unescape(TAG.sub("", paragraph[1])).strip():
            return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return ""


def sharing(shared: Shared, around: Furniture, crumbs: list[Column]) -> SafeString:
    """Lines for the head of the page."""
    picture = PICTURE.search(shared.body)
    image = around.address + unescape(picture[1]) if picture else ""
    description = description_of(shared.body)
    lines = [
        *_metas(_card(shared, around, description, image)),
        _script(_article(shared, around, description, image)),
        _script(_trail(crumbs, around, shared)),
    ]
    return mark_safe("\n".join(lines))  # noqa: S308  escaped value by value


def _metas(card: Mapping[str, str]) -> Iterator[str]:
    for name, value in card.items():
        if value:
            kind = "property" if ":" in name else "name"
            yield f'<meta {kind}="{name}" content="{escape(value)}">'


def _card(shared: Shared, around: Furniture, description: str, image: str) -> dict[str, str]:
    return {
        "Description": description,
        "Image": image,
        "og:type": "article",
        "og:site_name": around.site.name,
        "og:title": shared.title,
        "og:description": description,
        "og:url": shared.address,
        "og:image": image,
        "article:published_time": iso(shared.published_at),
        "article:modified_time": iso(shared.changed_at),
    }


def _article(shared: Shared, around: Furniture, description: str, image: str) -> dict[str, Any]:
    office = around.site.office or around.site.name
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": shared.title,
        "description": description,
        "datePublished": iso(shared.published_at),
        "dateModified": iso(shared.changed_at or shared.published_at),
        "author": {"@type": "Organization", "name": shared.edition.source or office},
        "publisher": {"@type": "Organization", "name": office},
        "mainEntityOfPage": shared.address,
        "image": image,
        "inLanguage": "zh-CN",
    }


def _trail(crumbs: list[Column], around: Furniture, shared: Shared) -> dict[str, Any]:
    """The breadcrumb, from the front page to this one."""
    steps = [("首页", f"{around.address}/")]
    steps += [(one.name, around.address + path_of("column", one.slug)) for one in crumbs]
    steps.append(("正文", shared.address))
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": item}
            for place, (name, item) in enumerate(steps, start=1)
        ],
    }


def _script(said: Mapping[str, Any]) -> str:
    """Data, no program. Nothing in it can end the element that it stands in."""
    text = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>'
