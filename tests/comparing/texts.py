"""What three regions said in two years: with gaps, a split, other headings, and a formula."""

from bulletins.document.tree import Document, DocumentPart, DocumentSection

Said = tuple[str, str]


def _part(region: str, heading: str, *said: Said) -> DocumentPart:
    sections = (DocumentSection(1, name, f"<p>{text}</p>") for name, text in said)
    return DocumentPart(region, heading, "", tuple(sections))


SAFETY = ("网络安全", "对重要系统开展攻防演练和漏洞排查，完善应急预案。")
AGED = ("老年人上网", "每周二在社区开办手机课堂，志愿者一对一教老人扫码乘车。")
LAST_YEAR = Document(
    title="上年网络工作计划",
    parts=(
        _part(
            "120000",
            "天 津",
            SAFETY,
            AGED,
            ("网上政务", "高频事项压缩到五步以内办结。"),
            ("图书馆开放", "周末开放到晚九点，增设书屋。"),
        ),
        _part("520000", "贵 州", SAFETY),
    ),
)
THIS_YEAR = Document(
    title="今年网络工作计划",
    tags=("网络",),
    parts=(
        _part(
            "120000",
            "天 津",
            SAFETY,
            ("老年人上网", "每周二、周四在社区开办手机课堂，志愿者一对一教老人扫码乘车。"),
            ("网上政务", "高频事项压缩到四步以内办结。"),
            ("应急演练", "每季度组织一次断网演练。"),
        ),
        _part(
            "520000",
            "贵 州",
            ("筑牢关键信息基础设施防线", "组织攻防演练，修补系统漏洞，保护关键信息基础设施。"),
            ("少跑腿、快办事", "推行一件事一次办，村民在便民中心一次提交材料。"),
            ("数据安全", "落实数据分类分级，规范个人信息收集。"),
        ),
        _part(
            "510000",
            "四 川",
            (
                "网络安全和数据保护",
                "落实等级保护，定期开展攻防演练和漏洞排查。建立重要数据目录，规范个人信息收集使用。",
            ),
            ("=1+1银发课堂", "教老年人用手机挂号、视频通话。"),
        ),
    ),
)
ONE_REGION = Document(title="天津简讯", parts=(_part("120000", "天 津", SAFETY),))
