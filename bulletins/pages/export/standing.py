"""Pages that stand for themselves, and what pages are dressed with."""

from collections.abc import Iterator

from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse

from bulletins.listing import ALL
from bulletins.models.colours import on_dark
from bulletins.pages.export.around import Around
from bulletins.pages.export.lists import FEEDS, Lists
from bulletins.pages.export.marks import mark
from bulletins.pages.export.refused import Refused
from bulletins.pages.export.wanted import MISSING, Wanted

ALONE = (
    *("home", "regions", "tags", "site-map", "about", "contact", "privacy", "api-page"),
    *("sitemap", "sitemap-lists", "robots", "opensearch"),
)
SITEMAP = 5000  # numbers to a page of the sitemap (public.sitemaps)
NO_ASSETS = "静态文件还没有收集好：请先运行 manage.py collectstatic，再导出"


def standing(around: Around, lists: Lists, articles: str) -> Iterator[Wanted]:
    """articles: the mark of all of them together; some of these pages tell of everything."""
    key = mark(lists.whole(), articles)
    yield from (Wanted(reverse(name), key) for name in ALONE)
    for name in ("site-feed", "changes-feed"):
        yield from (Wanted(reverse(name, args=[form]), key) for form in FEEDS)
    last = max((one.number for one in lists.rows.lists.get(ALL, ())), default=0)
    for page in range(1, (last - 1) // SITEMAP + 2):
        yield Wanted(reverse("sitemap-page", args=[page]), key, may_be=(MISSING,))
    yield from _dress(around)
    yield from (Wanted(one, around.code) for one in _assets())


def _dress(around: Around) -> Iterator[Wanted]:
    """The site's own colours and pictures."""
    site = around.site
    if site.accent:
        dark = site.accent_dark or on_dark(site.accent)
        yield Wanted(f"/theme/{site.accent[1:]}-{dark[1:]}.css", around.pages)
    for picture in sorted({site.logo_id, site.mark_id} - {None}, key=str):
        yield Wanted(f"/theme/{picture}", around.pages)


def _assets() -> Iterator[str]:
    """Of public pages; the admin's stay with the admin. Raises Refused."""
    names = {name for finder in get_finders() for name, _ in finder.list([])}
    try:
        for name in sorted(names):
            if name.startswith("public/") or "/" not in name:
                yield staticfiles_storage.url(name)
    except ValueError as problem:  # no manifest of them, or none of this one
        raise Refused(NO_ASSETS) from problem
