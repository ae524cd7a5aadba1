"""Words of everyday language are never taken for places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.names import Gazetteer

WORDS = """
和平 东方 新华 城区 郊区 矿区 开发区 高新区 示范区 新城区 老城区 新区 山区 灾区 牧区 社区 校区 景区
东区 西区 南区 北区 港口区 平房区 市区 县城 城市 都市 长安 安定 平安 永安 太平 团结 前进 胜利 友好
向阳 光明 文明 解放 建设 青年 红旗 爱民 爱辉 民主 互助 通道 平原 中原 江北 江南 河东 河西 岭南 塞北
东北 西北 华北 华东 中南 西南 京津冀 长三角 珠三角 大湾区 粤港澳 两岸 全国 各地 各省 省直 市直 本市
和平发展 和平区域 海南岛之旅 海南自由贸易港 东方红 东方明珠 新华社 新华网 长安街 城市管理 朝阳产业
北京时间 北京冬奥会 北京大学 天津大学 南开大学 上海合作组织 上海市民 四川火锅 四川地震灾区 云南白药
重庆火锅 西安事变 延安精神 遵义会议 大庆油田 宁夏枸杞 新疆棉花 西藏发展 广州塔 深圳速度 苏州园林
海南岛 台湾海峡 香港回归 澳门同胞 黄山松 泰山 珠江 长江 黄河 河北梆子 河南豫剧 山东半岛 山西陈醋
日照时间 来宾登记 来宾名单 白银价格 开封仪式 安康码 大同小异 阿里巴巴 中山先生 普洱茶
大理石 玉树临风 河南部分地区 江西省内 湖北全省 海南全岛 广东省情 天津港 天津市第一中学
北京市民热线 四川省属企业
工作动态 地方动态 综合 要闻 通知 公告 附件 目录 前言 结语 正文 来源 编辑 领导讲话 会议纪要 网络安全
""".split()


def test_the_list_is_long_enough_to_mean_something() -> None:
    assert len(set(WORDS)) >= 150


@pytest.mark.parametrize("word", WORDS)
def test_an_ordinary_word_is_no_place(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.resolve(word).code is None
    assert gazetteer.resolve_line(word) is None
    assert gazetteer.resolve_prefix(word + "：内容") is None


def test_a_noun_that_is_also_a_countys_name_is_settled_by_its_city_only(
    gazetteer: Gazetteer,
) -> None:
    assert gazetteer.resolve("东区").candidates == ("510402",)
    assert gazetteer.resolve("东区").how == "generic"
    assert gazetteer.resolve_line("东区", within="510400") is not None
    assert gazetteer.resolve("攀枝花东区").code == "510402"


@given(tail=st.text(alphabet="的了是在认真贯彻落实推进加强开展，。；", min_size=1, max_size=30))
def test_a_sentence_about_a_place_is_not_its_name(tail: str) -> None:
    assert Gazetteer.packaged().resolve_line("天津市" + tail) is None
