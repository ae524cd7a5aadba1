"""What stands at the foot of every page as soon as it is set up."""

from collections.abc import Iterator

from django.urls import NoReverseMatch, reverse

from bulletins.public.inspecting.seen import Seen

FOOTER = "//body/footer"
SET_UP = {
    "copyright": "版权",
    "office": "主办单位",
    "contact": "联系方式",
    "manager": "网站管理",
    "icp": "ICP 备案号",
    "police": "公安备案号",
    "code": "网站标识码",
    "education": "教备号",
}
LINKED = {"new-report": "找错", "site-map": "站点地图"}


def footer(page: Seen) -> Iterator[str]:
    """Each item of the settings that is not empty, and links to what the site has."""
    said = " ".join(page.text(FOOTER).split())
    for field, name in SET_UP.items():
        if (value := getattr(page.around.site, field)) and " ".join(value.split()) not in said:
            yield f"页脚没有{name}“{value}”"
    for field, name in SET_UP.items():
        if not getattr(page.around.site, field) and f"{name}：" in said:
            yield f"页脚有{name}，网站设置里没有填"
    addresses = {one.get("href") for one in page.all(f"{FOOTER}//a")}
    for view, name in LINKED.items():
        if (place := _place(view)) and place not in addresses:
            yield f"页脚没有{name}的链接"


def _place(view: str) -> str:
    """ "" for what this site does not have."""
    try:
        return reverse(view)
    except NoReverseMatch:
        return ""
