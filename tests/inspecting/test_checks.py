"""Every check: a page that passes all of them, and the same page with one thing wrong."""

import pytest

from bulletins.models import SiteSettings
from bulletins.public.furniture import Furniture
from bulletins.public.inspecting import CHECKS
from bulletins.public.inspecting.seen import read

SITE = SiteSettings(name="示范网", office="示范办", icp="津ICP备12345678号", code="1200000001")
AROUND = Furniture("https://example.cn", SITE, {})
HEAD = """<meta name="SiteName" content="示范网"><meta name="SiteDomain" content="example.cn">
<meta name="SiteIDCode" content="1200000001">
<meta name="ColumnName" content="动态"><meta name="ColumnDescription" content="各地动态">
<meta name="ColumnKeywords" content="动态"><meta name="ColumnType" content="信息">
<meta name="ArticleTitle" content="多地推进"><meta name="PubDate" content="2026-03-01 09:00">
<meta name="ContentSource" content="海河发布"><meta name="Url" content="https://example.cn/articles/1/">
<link rel="canonical" href="https://example.cn/articles/1/">
<script type="application/ld+json">{"headline": "多地推进", "datePublished": "2026-03-01T01:00:00Z"}</script>
"""
BODY = """<form action="/search/" role="search"><input type="search" name="q"></form>
<nav class="crumbs">当前位置: <a href="/">首页</a> — <a href="/columns/news/">动态</a> —
<span aria-current="page">正文</span></nav>
<main><h1>多地推进</h1><p class="facts"><span><time>2026-03-01 09:00</time></span>
<span>来源: 海河发布</span></p><div class="text"><h2 id="k1">天 津</h2><h3>一、加强</h3><p>None 是文中的词。</p></div>
<h2>附件</h2><ul><li><a href="/articles/1/files/x">表</a></li></ul></main>
<footer>主办单位：示范办 津ICP备12345678号 网站标识码 1200000001
<a href="/site-map/">站点地图</a> <a href="/reports/new/">我要找错</a></footer>"""
PAGE = (
    '<!doctype html><html lang="zh-CN"><head><title>多地推进 - 动态 - 示范网</title>'
    f"{HEAD}</head><body>{BODY}</body></html>"
)


def faults(page: str, name: str = "article") -> list[str]:
    seen = read("/articles/1/", 200, name, AROUND, page.encode())
    return [fault for check in CHECKS for fault in check(seen)]


def test_a_page_as_it_should_be_passes() -> None:
    assert faults(PAGE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        # 网页标签规范
        (
            "<link rel",
            '<meta name="PubDate" content="2026-03-01 09:00"><link rel',
            "PubDate 出现了 2 次",
        ),
        ('<meta name="PubDate" content="2026-03-01 09:00">', "", "缺标签 PubDate"),
        ('<meta name="ColumnType" content="信息">', "", "缺标签 ColumnType"),
        ('<meta name="SiteIDCode" content="1200000001">', "", "缺标签 SiteIDCode"),
        ('<meta name="ContentSource" content="海河发布">', "", "缺标签 ContentSource"),
        (
            '"ColumnKeywords" content="动态"',
            '"ColumnKeywords" content=" "',
            "ColumnKeywords 是空的",
        ),
        ('"SiteName" content="示范网"', '"SiteName" content="别的网"', "网站设置是“示范网”"),
        ('"SiteDomain" content="example.cn"', '"SiteDomain" content="x.cn"', "SiteDomain 是“x.cn”"),
        (
            '"ArticleTitle" content="多地推进"',
            '"ArticleTitle" content="多地"',
            "页面上是“多地推进”",
        ),
        ("<time>2026-03-01 09:00", "<time>2021-03-01 09:00", "PubDate 是“2026-03-01 09:00”"),
        ("来源: 海河发布", "来源: 别处", "ContentSource 是“海河发布”，页面上是“别处”"),
        (
            '"Url" content="https://example.cn/articles/1/"',
            '"Url" content="https://example.cn/"',
            "Url",
        ),
        ('/columns/news/">动态', '/columns/news/">通知', "ColumnName 是“动态”，当前位置中没有"),
        # Title, language, address, JSON-LD
        (
            "<title>多地推进 - 动态 - 示范网",
            "<title>多地推进 - 示范网",
            "应是“多地推进 - 动态 - 示范网”",
        ),
        ('lang="zh-CN"', 'lang="en"', "语言是“en”"),
        (
            'rel="canonical" href="https://example.cn/articles/1/"',
            'rel="x" href="/y"',
            "规范地址是“”",
        ),
        (
            'rel="canonical" href="https://example.cn/articles/1/"',
            'rel="canonical" href="https://x.cn/"',
            "x.cn",
        ),
        ('{"headline": "多地推进"', '{"headline": "多地"', "headline 是“多地”"),
        ("2026-03-01T01:00:00Z", "2026-03-01T09:00:00Z", "datePublished"),
        ('{"headline"', "{headline", "不是 JSON"),
        ('"headline"', '"name"', "没有 JSON-LD"),
        # How it is built
        ("<h2>附件", "<h1>附件</h1><h2>附件", "一级标题有 2 个"),
        ("<h3>一、加强</h3>", "<h4>一、加强</h4>", "从 h2 跳到 h4"),
        ('<span aria-current="page">正文</span>', '<a href="/x/">正文</a>', "只有最后一级不是链接"),
        ('aria-current="page"', "", "没有标明是本页"),
        ('<a href="/">首页</a>', "首页", "没有从首页开始"),
        ("<h2>附件", '<h2 id="k1">附件', "标识 k1 出现了 2 次"),
        ('href="/articles/1/files/x"', 'href=""', "href 是空的"),
        (">表</a>", "></a>", "链接没有文字"),
        ("<h2>附件", '<img src="/x.png"><h2>附件', "图片没有 alt"),
        ("<h2>附件", "<dl><dt>甲</dt><dd> </dd></dl><h2>附件", "<dd> 是空的"),
        ("<h2>附件", "<p>责任编辑：None</p><h2>附件", "页面上有“None”"),
        ("<h2>附件", "<p>{{ edition }}</p><h2>附件", "页面上有“{{”"),
        ('href="/articles/1/files/x"', 'href="/x" title="None"', "的值是 None"),
        # The foot
        ("津ICP备12345678号", "", "页脚没有ICP 备案号"),
        ("主办单位：示范办", "示范办 网站管理：", "页脚有网站管理，网站设置里没有填"),
        ('<a href="/site-map/">站点地图</a>', "", "页脚没有站点地图的链接"),
        # The way to search
        ('role="search"', "", "检索框有 0 个"),
        ('action="/search/"', 'action="/regions/"', "检索框通向 /regions/"),
    ],
)
def test_one_thing_wrong_is_said(right: str, wrong: str, said: str) -> None:
    assert right in PAGE
    found = faults(PAGE.replace(right, wrong))
    assert any(said in one for one in found), found


def test_the_home_page_is_called_by_the_site_alone_and_needs_no_breadcrumb() -> None:
    page = PAGE.replace("多地推进 - 动态 - 示范网", "示范网").replace("crumbs", "x")
    page = page.replace('"headline"', '"name"')
    assert faults(page, "home") == []
    assert any("首页应是站名" in one for one in faults(PAGE, "home"))
