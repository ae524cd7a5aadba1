"""A region typed by its name: 天津, 天津市滨海新区 or a code; never guessed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from regions.directory import full_names, gazetteer
from regions.models import Region


class RegionWidget(forms.TextInput):
    """A line with suggestions; the list is on the page once, not once for each field."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"list": "regions", "autocomplete": "off", **(attrs or {})})


class RegionField(forms.CharField):
    """Cleans to a region's code, or None where nothing was typed."""

    widget = RegionWidget

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": 60, "label": "地区", **options})
        self.known: dict[str, str] = {}  # names whose code needs no looking up

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return self.known.get(typed) or (read_region(typed) if typed else None)


class RegionChoice(RegionField):
    """Cleans to the region itself: for forms of rows that point to one."""

    def clean(self, value: Any) -> Any:
        code = super().clean(value)
        return Region.objects.get(pk=code) if code else None


def read_region(typed: str) -> str:
    """The code of what was typed; raises ValidationError with the candidates where unsure."""
    if Region.objects.filter(pk=typed).exists():
        return typed
    if len(exact := _called(typed)) == 1:
        return exact[0]
    found = gazetteer().resolve(typed)
    if found.code and not found.office:
        return found.code
    if found.candidates and not found.office:
        names = "、".join(full_names(found.candidates[:6]).values())
        raise ValidationError(f"“{typed}”可能是{names}：请写全称")
    raise ValidationError(f"没有叫“{typed}”的地区：请写全称，例如天津市滨海新区，或六位代码")


def _called(typed: str) -> list[str]:
    """Up to two codes of what is called exactly so: one needs no gazetteer, which takes a while."""
    exact = Region.objects.current().filter(Q(name=typed) | Q(short_name=typed))
    return list(exact.values_list("pk", flat=True)[:2])


def suggestions() -> list[str]:
    """Provinces and prefectures in menu order, for the page's list."""
    found = Region.objects.current().filter(level__in=("province", "prefecture"))
    provinces: dict[str, str] = {}
    names = []
    for region in found.order_by("code"):
        above = provinces.get(region.parent_id or "", "")
        provinces[region.code] = region.name
        names.append(above + region.name)
    return names
