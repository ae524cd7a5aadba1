"""How a page is built: its headings, breadcrumb, ids, and nothing that is empty."""

import re
from collections import Counter
from collections.abc import Iterator

from bulletins.public.inspecting.seen import Seen, text_of

HEADING = re.compile(r"h[1-6]")
NOTHING = re.compile(r"\b(?:None|NaN|undefined)\b|\{\{|\{%")
CRUMBS = '//nav[contains(@class,"crumbs")]'
FILLED = {"href": "//a|//link", "src": "//img|//script", "content": "//meta", "action": "//form"}


def one_h1(page: Seen) -> Iterator[str]:
    found = [text_of(one) for one in page.all("//h1")]
    if len(found) != 1:
        yield f"一级标题有 {len(found)} 个，应有一个"
    if "" in found:
        yield "一级标题是空的"


def heading_order(page: Seen) -> Iterator[str]:
    """Down one step at a time."""
    above = 0
    for one in page.all(
        "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
    ):
        level = int(one.tag[1])
        if level > above + 1:
            yield f"标题“{text_of(one)[:20]}”从 h{above} 跳到 h{level}"
        above = level


def breadcrumb(page: Seen) -> Iterator[str]:
    """当前位置: 首页 — … — the page itself, which is no link. The home page has none."""
    if page.name == "home" or page.status != 200:
        return
    if len(page.all(CRUMBS)) != 1:
        yield "没有当前位置，或不止一个"
        return
    steps = page.text(CRUMBS).partition(":")[2].strip().split(" — ")
    links = page.all(f"{CRUMBS}//a")
    if not page.text(CRUMBS).startswith("当前位置: 首页") or [one.get("href") for one in links][
        :1
    ] != ["/"]:
        yield "当前位置没有从首页开始"
    if len(links) != len(steps) - 1:
        yield f"当前位置有 {len(steps)} 级、{len(links)} 个链接：只有最后一级不是链接"
    if len(page.all(f'{CRUMBS}//*[@aria-current="page"]')) != 1:
        yield "当前位置的最后一级没有标明是本页"


def ids_once(page: Seen) -> Iterator[str]:
    counted = Counter(one.get("id") for one in page.all("//*[@id]"))
    yield from (f"标识 {name} 出现了 {times} 次" for name, times in counted.items() if times > 1)
    if "" in counted:
        yield "有空的 id"


def nothing_empty(page: Seen) -> Iterator[str]:
    """Links, pictures and tags lead and say something; alt="" is a picture that says nothing."""
    for attribute, where in FILLED.items():
        for one in page.all(where):
            if (value := one.get(attribute)) is not None and not value.strip():
                yield f"<{one.tag}> 的 {attribute} 是空的"
    for one in page.all("//img[not(@alt)]"):
        yield f"图片没有 alt：{one.get('src')}"
    for one in page.all("//a[@href]"):
        if not text_of(one) and not one.get("aria-label") and not one.xpath(".//img[@alt!='']"):
            yield f"链接没有文字：{one.get('href')}"
    for one in page.all(
        "//*[self::th or self::dt or self::dd or self::li or self::h2 or self::h3]"
    ):
        if not text_of(one) and not one.xpath(".//img | .//input | .//svg"):
            yield f"<{one.tag}> 是空的"


def no_left_overs(page: Seen) -> Iterator[str]:
    """None where a value should be, or a template that was not filled in."""
    for one in page.all('//body//*[not(ancestor-or-self::*[contains(@class,"text")])]'):
        said = (one.text or "") + " ".join(child.tail or "" for child in one)
        if one.tag not in ("script", "style", "code") and (found := NOTHING.search(said)):
            yield f"页面上有“{found[0]}”：{said.strip()[:40]}"
    for one in page.all("//*[@href='None' or @content='None' or @src='None' or @title='None']"):
        yield f"<{one.tag}> 的值是 None"
