"""What stands around every public page: the site's own words, its columns.

The rows are read for every page, so that a change is seen at once; what is made of them is kept
for as long as they read the same.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet

from bulletins.listing.lasting import stamps
from bulletins.models import Column, SiteSettings
from bulletins.models.colours import on_dark
from bulletins.models.prepared import Beside, Gathered, planned
from bulletins.public.sight import Sight

WORDS = ("about", "reach", "privacy")  # whole pages of them: read where they are printed
SITE = [field.attname for field in SiteSettings._meta.concrete_fields if field.name not in WORDS]
DAYS = ("mourning_from", "mourning_until")
SIDES = ("logo__width", "logo__height", "mark__width", "mark__height")
COLUMN = (
    *("id", "slug", "name", "kind", "parent_id", "merged_into_id"),
    *("description", "keywords", "column_type", "active"),
)


class Picture(NamedTuple):
    """One of the site's own. address: of its bytes, by their SHA-256 (``theme``)."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, eq=False)
class Furniture:
    """The site's address and words, and its columns by id in menu order. Many pages share it.

    proof: by which colours that are not the site's yet are had (``theme``).
    """

    address: str
    site: SiteSettings
    columns: Mapping[int, Column]
    logo: Picture | None = None
    mark: Picture | None = None
    proof: str = ""

    @property
    def domain(self) -> str:
        """The bare name: what 网页标签规范 calls SiteDomain."""
        return urlsplit(self.address).hostname or ""

    @property
    def theme(self) -> str:
        """Where its colours are, or "" for a site that chose none."""
        accent = self.site.accent
        dark = self.site.accent_dark or (on_dark(accent) if accent else "")
        asked = f"?proof={self.proof}" if self.proof else ""
        return f"/theme/{accent[1:]}-{dark[1:]}.css{asked}" if accent else ""

    @property
    def menu(self) -> list[Column]:
        """The columns at the top."""
        return self.below(None)

    def below(self, column: Column | None) -> list[Column]:
        """The columns in use that lie right below one."""
        parent = column.pk if column else None
        return [one for one in self.columns.values() if one.parent_id == parent and one.active]

    def column(self, slug: str) -> Column | None:
        return next((one for one in self.columns.values() if one.slug == slug), None)


# Around a page for which nothing may be read: a request that cannot be trusted
BARE = Furniture("", SiteSettings(name=""), {})
# What this process read last, for when the database does not answer
_last = [BARE]


def furniture() -> Furniture:
    """As it is now: one short query."""
    site, columns, _ = _read()
    return furniture_of(site, columns)


def surroundings(sight: Sight) -> tuple[Furniture, Sight]:
    """And a sight that knows what of the lists still lasts (``listing.lasting``); in that query."""
    site, columns, stamp = _read()
    return furniture_of(site, columns), sight if sight.at else replace(sight, stamp=stamp)


def furniture_of(site: str, columns: str) -> Furniture:
    """As ``around`` reads it along with something else, so that both are of one moment."""
    read = settings.SITE_URL, site, columns
    # Who works on templates wants to see at once what she wrote.
    _last[0] = _made.__wrapped__(*read) if settings.DEBUG else _made(*read)
    return _last[0]


def last_known() -> Furniture:
    """As it was when it was last read; bare where it never was. Asks nobody."""
    return _last[0]


def around() -> tuple[Gathered, Gathered]:
    """To be read along with any row; what is given is for ``furniture_of``."""
    return Gathered(_site()), Gathered(_columns())


def _read() -> tuple[str, str, str]:
    found: list[tuple[str, str, str]] = _now()
    return found[0]


@planned
def _now() -> Beside:
    return Beside(_site(), _columns(), stamps())


def _site() -> QuerySet[SiteSettings, tuple[Any, ...]]:
    return SiteSettings.objects.values_list(*SITE, *SIDES)


def _columns() -> QuerySet[Column, tuple[Any, ...]]:
    return Column.objects.values_list(*COLUMN)


@lru_cache(maxsize=4)
def _made(address: str, site: str, columns: str) -> Furniture:
    """A site that nobody has set up yet has a name, too."""
    own, rows = len(SITE), json.loads(site)
    said = _said(rows[0][:own]) if rows else SiteSettings()
    logo, mark = (rows[0][own : own + 2], rows[0][own + 2 :]) if rows else ((), ())
    read = ([*row[:-1], bool(row[-1])] for row in json.loads(columns))
    found = {row[0]: Column.from_db(None, COLUMN, row) for row in read}
    for column in found.values():
        column.merged_into = found.get(column.merged_into_id or 0)
    for column in found.values():
        above = found.get(column.parent_id or 0)
        column.parent = above.target if above else None  # what lay below one that was merged
    pictures = _picture(said.logo_id, logo), _picture(said.mark_id, mark)
    return Furniture(address, said, found, *pictures)


def _said(row: Sequence[Any]) -> SiteSettings:
    said = dict(zip(SITE, row, strict=True))
    for name in DAYS:
        said[name] = date.fromisoformat(said[name]) if said[name] else None
    return SiteSettings.from_db(None, SITE, [*(said | {"elder": bool(said["elder"])}).values()])


def _picture(sha256: str | None, sides: Sequence[int]) -> Picture | None:
    return Picture(f"/theme/{sha256}", *sides) if sha256 else None
