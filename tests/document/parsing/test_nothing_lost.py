"""Whatever is pasted, every character of it is in the document or accounted for."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document.parse import parse
from bulletins.document.parsing.loss import texts
from bulletins.document.plain import bare
from bulletins.document.text.reading import read_text
from regions.names import Gazetteer

PIECES = st.sampled_from(
    [
        "天 津", "贵州", "北京市：", "一、", "（二）", "3.", "(4)", "1", "01", "第一章 总则", "附件：", "附件1",
        "来源：", "2024-03-01", "2024年3月1日", "09:13", "示范市办公室", "关于工作的通知", "各单位：",
        "加强队伍建设", "。", "，", "：", " ", "\u3000", "\n", "\n\n", "指导思想。", "关闭窗口", "发布时间：",
        "<b>", "&", "“", "”", "（此件公开发布）", "一是要", "责任编辑：小林", "首页 > 动态 > 正文", "\u200b",
        "一、\n", "2\n", "PART 01\n", "抄送：", "2024年3月1日印发", "来源｜", "原创", "发表于天津", "作者：",
        "【北京】", "（海外）", "海 外\n", "目录\n", "序号", "END", "浏览次数：", "示政发〔2024〕7号", "文件",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map("".join).filter(lambda text: bool(bare(text)))


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_nothing_is_lost_of_any_paste(text: str) -> None:
    reading = parse(read_text(text), Gazetteer.packaged())
    assert reading.lost == ""


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_nothing_is_invented(text: str) -> None:
    """Every character of the document was in the source."""
    reading = parse(read_text(text), Gazetteer.packaged())
    ours = Counter("".join(map(bare, texts(reading.document))))
    assert not ours - Counter(bare(text))
