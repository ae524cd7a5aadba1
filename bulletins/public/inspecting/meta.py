"""网页标签规范: each tag once, never empty, and equal to what is visible."""

from collections import Counter
from collections.abc import Iterator

from bulletins.public.inspecting.seen import Seen

EVERYWHERE = ("SiteName", "SiteDomain")
OF_COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
OF_ARTICLE = ("ArticleTitle", "PubDate")
OPTIONAL = ("SiteIDCode", "ContentSource", "Keywords", "Author", "Description", "Image", "Url")
TAGS = (*EVERYWHERE, *OF_COLUMN, *OF_ARTICLE, *OPTIONAL)
FACTS = '//p[contains(@class,"facts")]'


def tags_once(page: Seen) -> Iterator[str]:
    counted = Counter(one.get("name") for one in page.all("//meta[@name]"))
    for name in TAGS:
        if counted[name] > 1:
            yield f"标签 {name} 出现了 {counted[name]} 次"


def tags_there(page: Seen) -> Iterator[str]:
    """Error pages tell no column: nothing is filed there."""
    wanted = list(EVERYWHERE)
    wanted += ["SiteIDCode"] if page.around.site.code else []
    wanted += OF_COLUMN if page.is_filed else ()
    wanted += OF_ARTICLE if page.is_article else ()
    wanted += ["ContentSource"] if page.is_article and visible_source(page) else []
    for name in wanted:
        if not page.meta(name).strip():
            yield f"缺标签 {name}"


def tags_filled(page: Seen) -> Iterator[str]:
    for name in TAGS:
        if any(not said.strip() for said in page.metas(name)):
            yield f"标签 {name} 是空的"


def tags_of_site(page: Seen) -> Iterator[str]:
    site = page.around.site
    expected = {"SiteName": site.name, "SiteDomain": page.around.domain, "SiteIDCode": site.code}
    for name, value in expected.items():
        if page.metas(name) and page.meta(name) != value:
            yield f"标签 {name} 是“{page.meta(name)}”，网站设置是“{value}”"


def tags_visible(page: Seen) -> Iterator[str]:
    """Of an article: title, time and source; of what is filed: the column in the breadcrumb."""
    if page.is_article:
        yield from _equal("ArticleTitle", page.meta("ArticleTitle"), page.text("//h1"))
        time = page.text(f"{FACTS}//time")
        yield from _equal("PubDate", page.meta("PubDate"), time)
        yield from _equal("ContentSource", page.meta("ContentSource"), visible_source(page))
        if (address := page.meta("Url")) and address != page.whole_address:
            yield f"标签 Url 是 {address}，不是本页地址"
    if page.is_filed:
        crumbs = page.text('//nav[contains(@class,"crumbs")]').split(" — ")
        if page.meta("ColumnName") not in crumbs:
            yield f"标签 ColumnName 是“{page.meta('ColumnName')}”，当前位置中没有"


def visible_source(page: Seen) -> str:
    """What stands behind 来源 in the line of facts."""
    for one in page.all(f"{FACTS}/span"):
        said = " ".join(one.text_content().split())
        if said.startswith("来源"):
            return said.removeprefix("来源").lstrip(":： ")
    return ""


def _equal(name: str, said: str, seen: str) -> Iterator[str]:
    if said != seen:
        yield f"标签 {name} 是“{said}”，页面上是“{seen}”"
