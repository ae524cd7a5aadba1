"""From every page one can search: by one box, so that a screen reader has one such landmark."""

from collections.abc import Iterator

from bulletins.public.inspecting.seen import Seen


def search_box(page: Seen) -> Iterator[str]:
    found = page.all('//form[@role="search"]')
    if len(found) != 1:
        yield f"检索框有 {len(found)} 个，应有一个"
    for one in found:
        if one.get("action") != "/search/" or not one.xpath('.//input[@name="q"]'):
            yield f"检索框通向 {one.get('action')}"
