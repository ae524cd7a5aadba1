"""Labels that introduce facts about an article: 来源：, 发布时间：, 索 引 号：, and a line of
them.
"""

import re
from dataclasses import dataclass, field

from bulletins.document.parsing.dates import TODAY, Moment, find_moment
from bulletins.document.plain import EDGE

# Labels by what they introduce; "ignored" are the page's counters, switches and filing fields.
KINDS = {
    "published": """
        发布日期 发布时间 发表时间 发稿时间 发文时间 公开日期 公开时间 上传时间 录入时间 信息时间
        PubDate publishdate article:published_time publish_time
    """,
    "maybe_published": "时间 日期",
    "updated": "更新时间 更新日期 修改时间 最后更新",
    "written": "成文日期 成文时间 印发日期 签发日期 制发日期 生成日期 发文日期",
    "source": """
        文章来源 信息来源 稿件来源 新闻来源 内容来源 来源 稿源 转载自 ContentSource
    """,
    "issuing_body": """
        发文机关 发文机构 发文单位 发布机构 发布机关 制发机关 公开主体 信息公开主体
    """,
    "document_number": "发文字号 文号 文件编号 发文文号 公文编号",
    "index_number": "索引号 信息索引号 公开索引号 索取号 信息索取号",
    "title": "标题 文件名称 信息名称 名称 ArticleTitle",
    "editor": "责任编辑 责编 编辑 编辑人 网站编辑",
    "ignored": """
        浏览次数 浏览量 浏览 阅读次数 阅读量 阅读 点击次数 点击数 点击率 点击 访问次数 访问量
        人气 查看次数 字号 字体大小 字体 打印 分享到 分享 收藏 保护视力色 视力保护色 扫一扫
        二维码 有效性 主题分类 主题词 体裁分类 组配分类 公开方式 公开时限 公开程序 公开形式
        公开范围 公开类别 服务对象 关键词 内容概述 生效日期 废止日期
    """,
    "byline": """
        作者 记者 通讯员 供稿 供稿单位 撰稿 摄影 图片 文字 审核 审核人 校对 初审 复审 终审
        签发 签发人
    """,
}
KIND_OF = {label.lower(): kind for kind, labels in KINDS.items() for label in labels.split()}
NAMES = frozenset({"source", "issuing_body", "editor", "byline"})
GAP = "[ \\u3000\\u00a0]*"
_CHINESE = sorted((name for name in KIND_OF if not name.isascii()), key=len, reverse=True)
LABEL = re.compile(
    r"(?:^|(?<=[\s　|｜丨/(（【\[\])）】、，,;；:：\d])|(?<=[\u4e00-\u9fff] ))[【\[]?(?P<label>"
    + "|".join(GAP.join(name) for name in _CHINESE)
    + rf"){GAP}[】\]]?{GAP}[:：]{GAP}"
)
SEPARATORS = EDGE + "|｜丨/•·●,，;；()（）【】[]—-–\n"
BUTTON_WORDS = "打印|收藏|关闭|分享|纠错|下载|大|中|小|纯文本|我要纠错|打印本页|关闭窗口"
BUTTONS = re.compile(
    rf"大 ?中 ?小|[【\[(（]?(?:{BUTTON_WORDS})[】\])）]|星期[一二三四五六日天]|次$"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a line of labels says: values by kind, its first full date, and the words it left
    over.
    """

    values: dict[str, str] = field(default_factory=dict)
    moment: Moment | None = None
    rest: str = ""
    spans_two: bool = False  # the value stood on the line after its label


def kind_of(name: str) -> str | None:
    """The kind of a label or meta name, spaces inside and a colon after it aside."""
    bare = "".join(name.split()).strip("：:【】[]").lower()
    return KIND_OF.get(bare)


def has_label(text: str) -> bool:
    """The line begins with a label that we know, other than one of running text (时间：)."""
    found = LABEL.match(text.strip(SEPARATORS)) if len(text) < 200 else None
    return bool(found and kind_of(found["label"]) not in ("maybe_published", "title", "byline"))


def read_facts(text: str) -> Facts:
    """Read a line such as "发布时间：2021-03-15 09:13  来源：网信天津  浏览：12"."""
    values: dict[str, str] = {}
    found = list(LABEL.finditer(text))
    loose = text[: found[0].start()] if found else text
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        value, after = _value(text[match.end() : end])
        kind = KIND_OF["".join(match["label"].split()).lower()]
        if kind in NAMES and (moment := find_moment(value)):  # "来源：示范日报 2024-03-05"
            value, after = value[: moment.start].strip(EDGE), f"{value[moment.start :]} {after}"
        if kind == "byline" and value:
            loose += f" {match[0]}{value}"
        values.setdefault(kind, value)
        loose += " " + after
    return Facts(values, *_moment(loose))


def _value(text: str) -> tuple[str, str]:
    """A value ends at a bar, or at two spaces when more words follow."""
    text = text.strip(
        SEPARATORS.replace("(", "").replace("（", "").replace(")", "").replace("）", "")
    )
    parts = re.split(r"[ \u00a0]{2,}|　+|[|｜丨]", text, maxsplit=1)
    value = parts[0].strip(EDGE)
    after = parts[1] if len(parts) > 1 else ""
    return _unbracketed(value), after


def _unbracketed(value: str) -> str:
    for left, right in ("()", "（）", "【】", "[]"):
        if value.endswith(right) and left not in value:
            value = value[:-1]
    return value.strip(EDGE)


def _moment(loose: str) -> tuple[Moment | None, str]:
    moment = None if TODAY.search(loose) else find_moment(loose)
    if moment:
        loose = loose[: moment.start] + " " + loose[moment.end :]
    return moment, " ".join(BUTTONS.sub(" ", loose).strip(SEPARATORS).split())
