"""What stands around every page: the site's own words, its columns, the regions, the day."""

from dataclasses import dataclass
from datetime import date, datetime

from bulletins.document.wording import BEIJING
from bulletins.models import Column, SiteSettings
from bulletins.pages.export.generation import code_generation
from bulletins.pages.export.marks import mark
from regions.models import Level, Region


@dataclass(frozen=True)
class Division:
    """A region, as far as lists know it."""

    code: str
    parent: str | None
    also_under: str | None
    is_province: bool
    days: tuple[date | None, date | None]

    def exists(self, on: date) -> bool:
        begins, ends = self.days
        return (begins is None or begins <= on) and (ends is None or on < ends)


@dataclass(frozen=True)
class Around:
    """code: of the program alone; pages: of it and everything that is printed around any page."""

    site: SiteSettings
    columns: dict[int, Column]
    regions: dict[str, Division]
    today: date
    code: str
    pages: str


def around_at(at: datetime) -> Around:
    """Three queries."""
    today = at.astimezone(BEIJING).date()
    site = SiteSettings.objects.first() or SiteSettings()
    columns = _columns()
    rows = list(Region.objects.order_by("code").values_list(*REGION))
    regions = {
        code: Division(code, parent, under, level == Level.PROVINCE, (begins, ends))
        for code, _, _, level, parent, under, begins, ends in rows
    }
    living = [one.exists(today) for one in regions.values()]
    said = (_fields(site), list(map(_fields, columns.values())), rows, living)
    code = code_generation()
    pages = mark(code, said, site.mourns(today), today.year)  # 3月18日, without this year
    return Around(site, columns, regions, today, code, pages)


REGION = ("code", "name", "short_name", "level", "parent", "also_under", "valid_from", "valid_to")


def _columns() -> dict[int, Column]:
    found = {one.pk: one for one in Column.objects.all()}
    for one in found.values():
        one.merged_into = found.get(one.merged_into_id or 0)
    return found


def _fields(row: SiteSettings | Column) -> list[object]:
    return [getattr(row, field.attname) for field in row._meta.concrete_fields]
