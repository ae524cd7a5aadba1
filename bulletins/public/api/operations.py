"""What can be asked, address by address."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Query

from bulletins.listing import ALL, column_list, region_list, tag_list
from bulletins.public.api import articles, changes, columns, lists, regions, shapes
from bulletins.public.api.addresses import of_api, of_page
from bulletins.public.api.asking import (
    Code,
    Cursor,
    FewerArticles,
    Limit,
    Moment,
    Number,
    Slug,
    TagSlug,
)
from bulletins.public.api.cursors import Asked
from bulletins.public.furniture import furniture
from bulletins.public.sight import Sight
from bulletins.public.tags import tag_named

Answer = dict[str, Any]
View = TypeVar("View", bound=Callable[..., Answer])
router = Router()
LIMIT = Query(20, description="每页篇数")
REGIONS = Query(100, description="每页地区数")
CHANGES = Query(100, description="每页变动数")
ARTICLES = Query(5, description="每页取几篇的小节；一篇的小节不会分到两页")
CURSOR = Query(None, description="从哪里接着读：取自上一页的 next")
PARENT = Query(None, description="只要这一地区的下一级")
SINCE = Query(None, description="从何时起；带游标时以游标为准")


def get(place: str, says: str, shape: object, *problems: int) -> Callable[[View], View]:
    """An address, described by a few words, what it answers, and how it may fail."""
    answers = {200: shape, **dict.fromkeys(problems, shapes.Problem)}
    if 410 in problems:
        answers[410] = shapes.GoneProblem

    def route(view: View) -> View:
        name = view.__name__
        return router.get(place, response=answers, summary=says, operation_id=name)(view)

    return route


@get("/", "从这里开始", shapes.Index)
def index(request: HttpRequest) -> Answer:
    here = {name: of_api(name) for name in ("columns", "regions", "articles", "changes")}
    elsewhere = {"openapi": of_api("openapi.json"), "docs": of_page("/api/")}
    return {"name": furniture().site.name, **here, **elsewhere}


@get("/columns", "全部栏目", shapes.Columns)
def list_columns(request: HttpRequest) -> Answer:
    return columns.columns()


@get("/columns/{slug}", "一个栏目", shapes.Column, 404)
def column(request: HttpRequest, slug: Slug) -> Answer:
    return columns.column(slug)


@get("/columns/{slug}/articles", "栏目（含下级）中的信息，最新的在前", shapes.Lines, 400, 404)
def column_articles(
    request: HttpRequest, slug: Slug, cursor: Cursor = CURSOR, limit: Limit = LIMIT
) -> Answer:
    target = columns.require_column(slug).target
    return lists.lines(column_list(target.slug), Asked(f"columns/{slug}/articles", cursor, limit))


@get("/regions", "地区，按代码排", shapes.Regions, 400)
def list_regions(
    request: HttpRequest, parent: Code = PARENT, cursor: Cursor = CURSOR, limit: Limit = REGIONS
) -> Answer:
    return regions.regions(Asked("regions", cursor, limit, parent or ""))


@get("/regions/{code}", "一个地区", shapes.Region, 404)
def region(request: HttpRequest, code: Code) -> Answer:
    return regions.region(code)


@get("/regions/{code}/articles", "涉及一地（含下级）的信息，最新的在前", shapes.Lines, 400, 404)
def region_articles(
    request: HttpRequest, code: Code, cursor: Cursor = CURSOR, limit: Limit = LIMIT
) -> Answer:
    regions.require_region(code)
    return lists.lines(region_list(code), Asked(f"regions/{code}/articles", cursor, limit))


@get("/regions/{code}/sections", "一地（含下级）说的每一小节", shapes.FoundSections, 400, 404)
def region_sections(
    request: HttpRequest, code: Code, cursor: Cursor = CURSOR, limit: FewerArticles = ARTICLES
) -> Answer:
    regions.require_region(code)
    asked = Asked(f"regions/{code}/sections", cursor, limit)
    return lists.sections(region_list(code), asked, within=code)


@get("/tags/{slug}/articles", "一个标签下的信息，最新的在前", shapes.Lines, 400, 404)
def tag_articles(
    request: HttpRequest, slug: TagSlug, cursor: Cursor = CURSOR, limit: Limit = LIMIT
) -> Answer:
    tag_named(slug, Sight(timezone.now()))
    return lists.lines(tag_list(slug), Asked(f"tags/{slug}/articles", cursor, limit))


@get("/tags/{slug}/sections", "一个标签下各篇的每一小节", shapes.FoundSections, 400, 404)
def tag_sections(
    request: HttpRequest, slug: TagSlug, cursor: Cursor = CURSOR, limit: FewerArticles = ARTICLES
) -> Answer:
    tag_named(slug, Sight(timezone.now()))
    return lists.sections(tag_list(slug), Asked(f"tags/{slug}/sections", cursor, limit))


@get("/articles", "全部公开的信息，最新的在前", shapes.Lines, 400)
def list_articles(request: HttpRequest, cursor: Cursor = CURSOR, limit: Limit = LIMIT) -> Answer:
    return lists.lines(ALL, Asked("articles", cursor, limit))


@get("/articles/{number}", "一篇信息，全文", shapes.Article, 404, 410)
def article(request: HttpRequest, number: Number) -> Answer:
    return articles.article(number)


@get("/changes", "变动，最早的在前", shapes.Changes, 400)
def list_changes(
    request: HttpRequest, since: Moment = SINCE, cursor: Cursor = CURSOR, limit: Limit = CHANGES
) -> Answer:
    return changes.changes(Asked("changes", cursor, limit), since)
