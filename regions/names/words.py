"""Names that are ordinary words as well."""

from typing import Final

# Full names of counties that everybody uses as nouns: a division only beside their city.
GENERIC: Final = frozenset("城区 郊区 矿区 东区 西区 新城区 老城区 新市区 港口区 平房区".split())

# Short names of prefectures that mean something else in running text. They still resolve; a
# careful reader asks for a second region nearby.
EVERYDAY: Final = frozenset(
    "安康 白银 北海 兵团 朝阳 大庆 大同 攀枝花 黄山 黄石 红河 开封 来宾 普洱 日照 孝感 兴安 "
    "阿里 长治 中山 中卫".split()
)
