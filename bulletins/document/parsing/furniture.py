"""Lines that belong to the page a text was copied from, not to the text."""

import re

from bulletins.document.plain import EDGE

LONGEST_PHRASE = 80
HERE = r"(?:您?的?(?:[当當]前|现在|所在|目前)(?:所在)?的?位置|您的位置|首[页頁])"
BREADCRUMB = re.compile(rf"{HERE}[ \u3000]*是?[:：>＞»→]|首[页頁][ ]*[>＞»/|—-]")
PATH = re.compile(
    r"[^>＞»。，；]{2,20}(?:[ \u3000]*(?:>>?|＞|»)[ \u3000]*[^>＞»。，；]{2,20}){2,}[>＞» ]*"
)
BUTTON = (
    r"关闭(?:窗口|本页|页面)?|打印(?:本页|此页|文章)?|返回(?:顶部|首页|列表|上一页)?"
    r"|收藏|分享|纠错|大|中|小"
)
OTHER = (
    r"加入收藏|设为首页|我要纠错|网站地图|联系我们|关于我们|无障碍(?:浏览|阅读)?|繁體(?:中文)?"
    r"|English|登录|注册|回到顶部|TOP|字号|字体|分享到|点赞|在看|阅读原文|责任编辑|正文|首页"
    r"|[-—–·=~ ]*(?:THE )?END[-—–·=~ ]*|相关(?:链接|阅读|新闻|文章)"
    r"|上一篇|下一篇|微信扫一扫.{0,12}|扫一扫.{0,20}|扫码.{0,12}"
)
LEFT, RIGHT = r"[【\[(（]*", r"[】\])）:：]*"
WHOLE = re.compile(
    rf"{LEFT}(?:{BUTTON}|{OTHER}){RIGHT}(?:[ 　|/·]*{LEFT}(?:{BUTTON}|{OTHER}){RIGHT})*",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"版权所有|Copyright|©|上一[篇条页][:：]|下一[篇条页][:：]|分享到[:：]?|网站标识码"
    r"|[【\[(（]?字[体号][:：]|主办单位?[:：]|承办单位?[:：]|技术支持[:：]|网站管理[:：]|字号[:：]|(?:浏览|阅读)次数[:：]"
    r"|[\u4e00-\u9fff]?ICP备",
    re.IGNORECASE,
)
# 点击上方蓝字关注我们, 喜欢就点个“在看”吧
FOLLOW = re.compile(
    r".{0,6}(?:点击|长按|扫码|扫描).{0,12}关注.{0,12}|.{0,10}点(?:个|一下|亮)?[“\"「]?(?:赞|在看).{0,10}"
)
RUN_BY = re.compile(
    r"版权所有|Copyright|©|网站标识码|主办单位?[:：]|承办单位?[:：]|技术支持[:：]|网站管理[:：]|网站地图"
    r"|[\u4e00-\u9fff]?ICP备|.*公网安备|上一[篇条页][:：]|下一[篇条页][:：]",
    re.IGNORECASE,
)
COUNT = r"(?:阅读|浏览|点赞|赞|在看|分享|收藏|留言|评论|转发)"
# What stands under every WeChat article when a whole page is copied.
WECHAT = re.compile(
    rf"{COUNT}[ \u3000]*[\d.]+万?\+?(?:[ \u3000]*{COUNT}[ \u3000]*[\d.]+万?\+?)*"
    r"|预览时标签不可点|收录于(?:合集|话题).*|喜欢此内容的人还喜欢|关注该公众号|使用小程序|知道了"
    r"|取消 ?允许|.*轻点两下取消.*|(?:继续|向上)滑动看下一个|轻触阅读原文|人划线|写下你的留言|赞赏"
    r"|视频 ?小程序.*"
)
CONTAINS = re.compile(r"[\u4e00-\u9fff]ICP备 ?\d+号|公网安备 ?\d+|版权所有[ ©]")


def is_breadcrumb(text: str) -> bool:
    """当前位置: 首页 — 正文"""
    text = text.strip(EDGE)
    return len(text) < 120 and bool(BREADCRUMB.match(text) or PATH.fullmatch(text))


def is_footer(text: str) -> bool:
    """Surely of the page's foot: who runs the site, its numbers, the neighbouring articles."""
    text = text.strip(EDGE)
    return len(text) <= 200 and bool(RUN_BY.match(text) or CONTAINS.search(text))


def is_furniture(text: str) -> bool:
    """关闭窗口, 版权所有, 上一篇：…, the registration numbers of a site."""
    text = text.strip(EDGE)
    if len(text) < LONGEST_PHRASE and (FOLLOW.fullmatch(text) or WECHAT.fullmatch(text)):
        return True
    if text.startswith(("版权声明", "免责声明")):
        return len(text) < 600
    if not text or len(text) > 200:
        return False
    return bool(WHOLE.fullmatch(text) or BEGINS.match(text) or CONTAINS.search(text))
