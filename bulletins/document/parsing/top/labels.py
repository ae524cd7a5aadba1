"""Labels that introduce facts about an article: 来源：, 发布时间：, 索 引 号：, and a line of
them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bulletins.document.parsing.dates import TODAY, Moment, find_moment
from bulletins.document.parsing.top.label_kinds import KIND_OF
from bulletins.document.plain import EDGE

# Whose value may stand after a bar, as on WeChat: 来源｜网信津门.
NAMES = frozenset({"source", "issuing_body", "editor", "byline"})
# Whose value shows what it is, so that the colon may be missing: 索　引　号 000/2024-1.
PLAIN = ("索引号", "发文字号", "文号", "成文日期", "发文日期", "发布日期", "发布时间", "公开日期")
GAP = "[ \\u3000\\u00a0]*"
SPACES = "[ \\t\\u3000\\u00a0]+"


def _names(names: Iterable[str], gap: str = GAP) -> str:
    """Longest first; 索 引 号 is spelt so on purpose."""
    chinese = sorted((name for name in names if not name.isascii()), key=len, reverse=True)
    return "|".join(gap.join(name) for name in chinese)


JOINTS = re.compile("[:：|｜丨 \\t\\u3000\\u00a0]")  # without one of these there is no label
# Pages of Hong Kong and mirrors for it print the same labels.
SIMPLIFIED = str.maketrans(
    "來發佈時間編輯責記攝瀏覽數點擊閱讀標題號機構關鍵詞審對簽稿訊錄傳轉載單圖監製執視頻",
    "来发布时间编辑责记摄浏览数点击阅读标题号机构关键词审对签稿讯录传转载单图监制执视频",
)
SEPARATORS = EDGE + "|｜丨/•·●,，;；()（）【】[]—-–\n"
OUTER = SEPARATORS.translate(dict.fromkeys(map(ord, "()（）")))
BUTTON_WORDS = "打印|收藏|关闭|分享|纠错|下载|大|中|小|纯文本|我要纠错|打印本页|关闭窗口"
# Readers fold several spaces into one, so one must do where people or switches of the page follow.
VALUE_END = re.compile(
    r"[ \u00a0]{2,}|　+|[|｜丨]| (?=(?:记者|通讯员|作者|摄影)[ \u3000]"
    rf"|[【\[(（]?(?:{BUTTON_WORDS})[】\])）]?(?: |$))"
)
BUTTONS = re.compile(
    rf"大 ?中 ?小|[【\[(（]?(?:{BUTTON_WORDS})[】\])）]|星期[一二三四五六日天]|次$"
    # WeChat: where the writer's phone was, and that nobody wrote it before
    r"|^原创(?=[ \u3000]|$)|发表于[ ]?[\u4e00-\u9fff]{2,8}$"
)


@cache
def _label() -> re.Pattern[str]:
    """Made where first needed: that takes a sixth of a second."""
    return re.compile(
        r"(?:^|(?<=[\s　|｜丨/(（【\[\])）】、，,;；:：\d])|(?<=[\u4e00-\u9fff] ))[【\[]?(?:"
        rf"(?P<label>{_names(KIND_OF)}){GAP}[】\]]?{GAP}[:：]"
        rf"|(?P<barred>{_names(n for n, kind in KIND_OF.items() if kind in NAMES)}){GAP}[|｜丨]"
        # 发 文 日 期 2019-11-29: letters spaced out to one width are a label without a colon
        rf"|(?P<justified>{_names(KIND_OF, SPACES)})(?={SPACES})"
        rf"|(?P<plain>{_names(PLAIN)})[】\]]?(?={SPACES}[\d\u4e00-\u9fff]{{0,8}}[\d〔\[(（])"
        rf"){GAP}"
    )


@dataclass(frozen=True, slots=True)
class Said:
    """One label with its value. label: as printed, with its colon; value: as printed."""

    kind: str
    label: str
    value: str

    @property
    def words(self) -> str:
        return self.label + self.value


@dataclass(frozen=True, slots=True)
class Facts:
    """What a line of labels says: each label with its value, the first full date beside them,
    switches of the page, and the words left over.
    """

    said: tuple[Said, ...] = ()
    moment: Moment | None = None
    buttons: tuple[str, ...] = ()
    rest: str = ""
    spans_two: bool = False  # the value stood on the line after its label

    @property
    def values(self) -> dict[str, str]:
        """By kind; the first label of a kind is heard."""
        return {said.kind: said.value for said in reversed(self.said)}


def has_label(text: str) -> bool:
    """The line begins with a label that we know, other than one of running text (时间：)."""
    if len(text) >= 200:
        return False
    found = _label().match(text.strip(SEPARATORS).translate(SIMPLIFIED))
    return bool(found and _kind(found) not in ("maybe_published", "title", "byline"))


def read_facts(text: str) -> Facts:
    """Read a line such as "发布时间：2021-03-15 09:13  来源：网信天津  浏览：12"."""
    said: list[Said] = []
    found = list(_label().finditer(text.translate(SIMPLIFIED))) if JOINTS.search(text) else []
    loose = text[: found[0].start()] if found else text
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        value, after = _value(text[match.end() : end])
        kind = _kind(match)
        if kind in NAMES and (moment := find_moment(value)):  # "来源：示范日报 2024-03-05"
            value, after = value[: moment.start].strip(EDGE), f"{value[moment.start :]} {after}"
        said.append(Said(kind, text[match.start() : match.end()], value))
        loose += " " + after
    return Facts(tuple(said), *_loose(loose))


def _kind(found: re.Match[str]) -> str:
    label = next(filter(None, found.groups()))
    return KIND_OF["".join(label.split()).lower()]


def _value(text: str) -> tuple[str, str]:
    """A value ends at a bar, at two spaces when more words follow, or where people are named."""
    parts = VALUE_END.split(text.strip(OUTER), maxsplit=1)
    return _unbracketed(parts[0].strip(EDGE)), parts[1] if len(parts) > 1 else ""


def _unbracketed(value: str) -> str:
    for left, right in ("()", "（）", "【】", "[]"):
        if value.endswith(right) and left not in value:
            value = value[:-1]
    return value.strip(EDGE)


def _loose(text: str) -> tuple[Moment | None, tuple[str, ...], str]:
    """The words beside the labels: a date, switches, and the rest."""
    moment = find_moment(text)
    beside = text[: moment.start] + " " + text[moment.end :] if moment else text
    if TODAY.search(beside):  # a weekday within date and time is part of them
        moment = None
    text = beside if moment else text
    text = text.strip(EDGE)
    buttons = tuple(found[0] for found in BUTTONS.finditer(text))
    return moment, buttons, " ".join(BUTTONS.sub(" ", text).strip(SEPARATORS).split())
