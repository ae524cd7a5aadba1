"""Title, language, canonical address, and what search engines are told, against the page."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from bulletins.document.wording import minute
from bulletins.public.inspecting.meta import FACTS
from bulletins.public.inspecting.seen import Seen

LISTS = ("home", "column", "share", "region", "regions", "tag", "archive")


def title(page: Seen) -> Iterator[str]:
    """标题 - 栏目 - 站名; the home page has the site's name alone."""
    said, site = page.text("//title"), page.around.site.name
    if page.name == "home" and page.status == 200:
        if said != site:
            yield f"标题是“{said}”，首页应是站名“{site}”"
        return
    if page.is_article:
        expected = f"{page.text('//h1')} - {page.meta('ColumnName')} - {site}"
        if said != expected:
            yield f"标题是“{said}”，应是“{expected}”"
    elif not said.endswith(f" - {site}") or said == f" - {site}":
        yield f"标题“{said}”没有以“ - {site}”结尾，或前面是空的"


def language(page: Seen) -> Iterator[str]:
    if page.tree.get("lang") != "zh-CN":
        yield f"语言是“{page.tree.get('lang') or ''}”，应是 zh-CN"


def canonical(page: Seen) -> Iterator[str]:
    """An article and a list name themselves; no page names one elsewhere."""
    found = [one.get("href") or "" for one in page.all('//link[@rel="canonical"]')]
    if len(found) > 1:
        yield f"规范地址写了 {len(found)} 次"
    kind = page.name.removesuffix("-month").removesuffix("-before")
    names_itself = page.status == 200 and kind in ("article", *LISTS)
    if names_itself and [unquote(one) for one in found] != [unquote(page.whole_address)]:
        yield f"规范地址是“{' '.join(found)}”，应是 {page.whole_address}"
    elif any(not one.startswith(page.around.address + "/") for one in found):
        yield f"规范地址“{found[0]}”不在本站"


def structured(page: Seen) -> Iterator[str]:
    """JSON-LD: an article has it; whatever has it says what is visible."""
    scripts = [one.text or "" for one in page.all('//script[@type="application/ld+json"]')]
    said, broken = _parsed(scripts)
    if broken:
        yield "JSON-LD 不是 JSON"
    articles = [one for one in said if one.get("headline")]
    if page.is_article and not articles:
        yield "文章页没有 JSON-LD"
    for one in articles:
        yield from _against(page, one)


def _parsed(scripts: list[str]) -> tuple[list[dict[str, Any]], bool]:
    found: list[dict[str, Any]] = []
    try:
        for script in scripts:
            read = json.loads(script)
            found += read if isinstance(read, list) else [read]
    except ValueError:
        return found, True
    return found, not all(isinstance(one, dict) for one in found)


def _against(page: Seen, said: dict[str, Any]) -> Iterator[str]:
    # A region's part is called by its region and its article, as in the title of its page.
    seen = page.text("//h1") if page.is_article else page.text("//title").partition(" - ")[0]
    if said["headline"] != seen:
        yield f"JSON-LD 的 headline 是“{said['headline']}”，页面上是“{seen}”"
    if (seen := page.text(f"{FACTS}//time")) and _minute(said.get("datePublished", "")) != seen:
        yield f"JSON-LD 的 datePublished 是“{said.get('datePublished', '')}”，页面上是“{seen}”"


def _minute(moment: str) -> str:
    try:
        return minute(datetime.fromisoformat(moment))
    except ValueError:
        return moment
