"""The public addresses, fixed for good (docs/addresses.md)."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path, register_converter

from bulletins.public import (
    about,
    articles,
    deadlines,
    editions,
    file_texts,
    files,
    home,
    lists,
    parts,
    previews,
    record,
    regions,
    reports,
    sitemaps,
    tags,
    theme,
)
from bulletins.public.api.door import door
from bulletins.public.api.page import api_page
from bulletins.public.comparing import answering
from bulletins.public.converters import (
    Anything,
    Facet,
    FeedForm,
    Month,
    Number,
    Receipt,
    RegionCode,
    Sha256,
    TableForm,
    TagSlug,
    TextForm,
    Token,
    Year,
)
from bulletins.public.feeds import changes, newest
from bulletins.public.forms.answering import article_form
from bulletins.public.search.answering import search_page
from bulletins.public.search.description import description_file
from bulletins.public.search.suggestions import suggest_file

register_converter(Number, "number")
register_converter(RegionCode, "region")
register_converter(Token, "token")
register_converter(Receipt, "receipt")
register_converter(Year, "year")
register_converter(Month, "month")
register_converter(Facet, "facet")
register_converter(FeedForm, "feed")
register_converter(TextForm, "form")
register_converter(Anything, "anything")
register_converter(Sha256, "sha256")
register_converter(TableForm, "table")
register_converter(TagSlug, "tag")

MONTH, BEFORE = "<year:year>/<month:month>/", "before/<number:number>/"


def _list(route: str, view: Callable[..., HttpResponse], name: str) -> list[URLPattern]:
    """A list's newest, one month of it, and what is older than an article."""
    return [
        path(route, view, name=name),
        path(f"{route}{MONTH}", view, name=f"{name}-month"),
        path(f"{route}{BEFORE}", view, name=f"{name}-before"),
    ]


urlpatterns = [
    path("", home.home_page, name="home"),
    path("articles/<number:number>/", articles.article_page, name="article"),
    path("articles/<number:number>/regions/<region:code>/", parts.part_page, name="part"),
    path("articles/<number:number>/files/<str:name>", files.article_file, name="file"),
    path(
        "articles/<number:number>/files/<sha256:sha256>/text/",
        file_texts.file_text_page,
        name="file-text",
    ),
    path(
        "articles/<number:number>/editions/<number:edition>/", editions.edition_page, name="edition"
    ),
    path("articles/<number:number>/article.<form:form>", article_form, name="form"),
    path("articles/<number:number>/record.json", record.record_file, name="record"),
    path("articles/<number:number>/deadline.ics", deadlines.deadline_file, name="deadline"),
    path("feeds/site.<feed:form>", newest.site_feed, name="site-feed"),
    path("feeds/changes.<feed:form>", changes.changes_feed, name="changes-feed"),
    path("feeds/columns/<slug:slug>.<feed:form>", newest.column_feed, name="column-feed"),
    path("feeds/regions/<region:code>.<feed:form>", newest.region_feed, name="region-feed"),
    path("feeds/tags/<tag:slug>.<feed:form>", newest.tag_feed, name="tag-feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/lists.xml", sitemaps.lists, name="sitemap-lists"),
    path("sitemaps/<number:number>.xml", sitemaps.page, name="sitemap-page"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("api/", api_page, name="api-page"),
    path("api/v1/<anything:rest>", door, name="api"),
    path("preview/<token:token>/", previews.preview_page, name="preview"),
    path("preview/<token:token>/files/<str:name>", previews.preview_file, name="preview-file"),
    path("reports/", reports.find_page, name="find-report"),
    path("reports/new/", reports.new_page, name="new-report"),
    path("reports/<receipt:receipt>/", reports.receipt_page, name="report"),
    path("compare/", answering.compare_page, name="compare"),
    path("compare/table.<table:kind>", answering.compare_file, name="compare-file"),
    path("search/", search_page, name="search"),
    path("search/suggest/", suggest_file, name="suggest"),
    path("opensearch.xml", description_file, name="opensearch"),
    path("regions/", regions.index_page, name="regions"),
    *_list("columns/<slug:slug>/", lists.column_page, "column"),
    *_list("columns/<slug:slug>/<facet:facet>/", lists.column_page, "share"),
    *_list("regions/<region:code>/", regions.region_page, "region"),
    path("tags/", tags.index_page, name="tags"),
    *_list("tags/<tag:slug>/", tags.tag_page, "tag"),
    *_list("archive/", lists.archive_page, "archive"),
    path("theme/<str:name>", theme.theme_file, name="theme"),
    path("site-map/", about.map_page, name="site-map"),
    path("about/", about.about_page, name="about"),
    path("contact/", about.contact_page, name="contact"),
    path("privacy/", about.privacy_page, name="privacy"),
]
