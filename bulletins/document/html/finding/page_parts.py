"""Lines that are of the page and not of a text: buttons, menus, lists of other pages, comments."""

import re

from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.elements import name
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.opening.links import is_attachment
from bulletins.document.parsing.dates import find_moment
from bulletins.document.parsing.furniture import is_breadcrumb, is_furniture
from bulletins.document.plain import EDGE

RELATED = re.compile(
    r"[【\[（(]?(?:相关|关联|延伸|推荐|往期|热门|热点|更多|精彩|猜你喜欢)"
    r"(?:阅读|链接|新闻|文档|文章|稿件|报道|信息|资讯|推荐|回顾|内容|政策|解读|推送|精彩|文件|专题)"
    r".{0,4}"
)
BUTTON = (
    r"(?:我要|文章)?(?:打印|关闭|返回|收藏|分享|纠错|复制|挑错|推荐|点赞|举报|转发)"
    r"(?:本页|此页|窗口|页面|列表|首页|顶部|上页|上一页|本文|此文|链接)?|[大中小]|字[体号]"
    r"|上一页|下一页|首页|尾页|末页|共\d+页|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|人人网|豆瓣|贴吧|更多"
)
BUTTONS = re.compile(
    rf"(?:[\W\d_]*(?:{BUTTON}|分享到))+[\W\d_]*"
    r"|(?:内容|信息|文章|新闻|通知|公告|公文)(?:详情|详细信息)"
    r"|广告|分享让更多人看到|顶一下|踩一下|没有了|听全文|阅读全文|点击查看全文"
    r"|(?:联系|通[讯信])?地址[:：].*(?:邮编|邮政编码|电话|技术支持).*|技术支持[:：].*"
    r"|(?:本页|本文|原文)(?:网址|链接|地址)[:：].*|打印时间[:：].*|相关热词(?:搜索)?[:：].*|标签[:：].*"
)
FOOT = re.compile(
    r"[\W_]*(?:上一[篇条页]|下一[篇条页]|分享到|打印(?:本页|此页)?[】\]\s]|关闭(?:窗口|本页)?[】\]]|打印本页)"
)
COMMENTS = re.compile(
    r"(?:网友|读者|最新|热门|全部|精彩|发表|我要|用户)(?:评论|留言|跟帖)|评论区|评论[(（]\d+[)）]"
)
GREETING = re.compile(r"(?:您好[，,！!]?)?欢迎(?:您)?(?:访问|光临|来到)|今天是|今日是")
NOISE = re.compile(r"[\W\d_]*")
BEFORE = 12  # characters before the link of a teaser: a date, a bullet
LONGEST = 120
HEADING = 20


def is_related(text: str) -> bool:
    """The heading of a list of other pages: 相关阅读, 往期推荐."""
    return len(text) <= HEADING and bool(RELATED.fullmatch(text.strip(EDGE + "：:】]）)")))


def is_comments(text: str) -> bool:
    """The heading over what readers wrote: 网友评论, 评论（6）."""
    return len(text) <= HEADING and bool(COMMENTS.fullmatch(text.strip(EDGE + "：:")))


def is_link_line(leaf: Leaf) -> bool:
    """All its words are links to other pages: a menu, a list of news."""
    links = list(leaf.element.iter("a"))
    if not links or any(map(is_attachment, links)):
        return False
    linked = sum(len(plain.bare("".join(link.itertext()))) for link in links)
    if linked <= 2 * BEFORE and find_moment(leaf.text):  # 发布于 2024-03-01 由 居委会
        return False
    words = re.sub(r"[\d\W_]+", "", leaf.text)
    return linked >= 0.8 * len(words)


def is_teasers(leaf: Leaf) -> bool:
    """A list whose items begin with links to other pages."""
    items = list(leaf.element) if name(leaf.element) in ("ul", "ol", "dl") else []
    return len(items) > 1 and sum(map(_begins_with_link, items)) >= 0.8 * len(items)


def _begins_with_link(item: HtmlElement) -> bool:
    link = next(item.iter("a"), None)
    if link is None or is_attachment(link):
        return False
    words, whole = plain.bare("".join(link.itertext())), plain.bare("".join(item.itertext()))
    return len(words) >= 4 and whole.find(words) <= BEFORE


def is_button(text: str) -> bool:
    """What a page says of itself: 打印时间：…, 标签：…, 广告."""
    return len(text) <= LONGEST and bool(BUTTONS.fullmatch(text.strip(EDGE)))


def is_foot(text: str) -> bool:
    """What stands under a text: 上一篇：…, 【打印】【关闭】, 分享到："""
    return len(text) <= LONGEST and bool(FOOT.match(text.strip(EDGE)))


def is_page_part(leaf: Leaf) -> bool:
    """A button, a counter, a menu: of the page, not of the text."""
    text = leaf.text
    return (
        bool(NOISE.fullmatch(text) or GREETING.match(text))
        or is_button(text)
        or is_furniture(text)
        or is_breadcrumb(text)
        or is_related(text)
        or is_comments(text)
        or is_link_line(leaf)
        or is_teasers(leaf)
    )
