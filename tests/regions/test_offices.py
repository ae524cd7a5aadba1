"""Offices are read as their division's, and only if they are offices."""

import pytest

from regions.names import Gazetteer
from regions.official import official_rows


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("天津市委网信办", "120000"),
        ("天津网信办", "120000"),
        ("天津市网信办", "120000"),
        ("中共天津市委网信办", "120000"),
        ("中国共产党四川省委员会", "510000"),
        ("天津市委", "120000"),
        ("天津市委市政府", "120000"),
        ("四川省委省政府", "510000"),
        ("四川省人民政府办公厅", "510000"),
        ("贵州省大数据发展管理局", "520000"),
        ("北京市互联网信息办公室", "110000"),
        ("中共四川省委网络安全和信息化委员会办公室", "510000"),
        ("内蒙古自治区党委网信办", "150000"),
        ("内蒙古党委网信办", "150000"),
        ("新疆生产建设兵团党委网信办", "660000"),
        ("兵团党委网信办", "660000"),
        ("吉林市委网信办", "220200"),
        ("吉林省委网信办", "220000"),
        ("海南州委宣传部", "632500"),
        ("海南省委宣传部", "460000"),
        ("武侯区委网信办", "510107"),
        ("河北省石家庄市委网信办", "130100"),
        ("湖南省发展和改革委员会", "430000"),
        ("浙江省经信厅", "330000"),
        ("上海市市场监督管理局", "310000"),
        ("广东省规划和自然资源厅", "440000"),
        ("山东省高级人民法院", "370000"),
        ("重庆市人大常委会办公厅", "500000"),
        ("天 津 市 委 网 信 办", "120000"),
    ],
)
def test_an_office_is_read_as_its_divisions(gazetteer: Gazetteer, text: str, code: str) -> None:
    found = gazetteer.resolve(text)
    assert (found.code, found.how) == (code, "office")
    assert found.office
    assert found.rest


def test_the_office_of_a_name_of_several_is_nobodys(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("朝阳区委网信办")
    assert found.code is None
    assert found.candidates == ("110105", "220104")


def test_every_province_has_a_committee_and_a_government(gazetteer: Gazetteer) -> None:
    for row in official_rows():
        if row.level == "province":
            assert gazetteer.resolve(row.name + "党委网信办").code == row.code
            assert gazetteer.resolve(row.name + "人民政府办公厅").code == row.code


@pytest.mark.parametrize(
    "text",
    "河南部 上海中心 天津文化中心 北京办 四川市委 内蒙古市委宣传部 海南局 北京和部 中共北京 "
    "中共中央 四川省人民政府办公厅关于 天津市委书记 北京市政府采购 四川网信 贵州大数据 "
    "北京教育".split(),
)
def test_what_only_resembles_an_office_is_none(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.resolve(text).candidates == ()
