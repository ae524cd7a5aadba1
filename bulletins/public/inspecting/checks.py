"""All checks of one page, in the order in which they are told."""

from collections.abc import Callable, Iterator

from bulletins.public.inspecting import footers, heads, meta, outline, searching
from bulletins.public.inspecting.seen import Seen

CHECKS: tuple[Callable[[Seen], Iterator[str]], ...] = (
    *(meta.tags_once, meta.tags_there, meta.tags_filled, meta.tags_of_site, meta.tags_visible),
    *(heads.title, heads.language, heads.canonical, heads.structured),
    *(outline.one_h1, outline.heading_order, outline.breadcrumb, outline.ids_once),
    *(outline.nothing_empty, outline.no_left_overs),
    *(footers.footer, searching.search_box),
)
