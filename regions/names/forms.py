"""The forms of one name: 延边朝鲜族自治州 is also 延边州, and 延边."""

from collections.abc import Iterator
from typing import Final

from regions.names.place import Place

# How people shorten the long official endings.
USUAL_ENDINGS: Final = {
    "自治区": "自治区",
    "自治州": "州",
    "自治县": "县",
    "自治旗": "旗",
    "特别行政区": "特区",
}
COUNTY_ENDINGS: Final = frozenset("区县市旗")


def derived(place: Place) -> Iterator[str]:
    """Forms that follow from the name: 广西自治区, 延边州, 互助县."""
    for ending, usual in USUAL_ENDINGS.items():
        if place.name.endswith(ending) and place.short_name + usual != place.name:
            yield place.short_name + usual


def beside_parent(place: Place) -> set[str]:
    """Forms that do only beside the parent: 武侯 in 成都武侯, 浦东 in 上海浦东."""
    forms = {place.short_name, place.name.removesuffix("新区")}
    if len(place.name) > 2 and place.name[-1] in COUNTY_ENDINGS:
        forms.add(place.name[:-1])
    return {form for form in forms if len(form) > 1}
