"""Reading names: every division is found, and a name of several is left to a person."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.names import Gazetteer
from regions.official import official_rows

ROWS = official_rows()
SPACES = [" ", "\u3000", "\u00a0", "  ", "\u200b"]


def test_every_full_name_leads_to_its_division_or_to_candidates_with_it(
    gazetteer: Gazetteer,
) -> None:
    assert [row for row in ROWS if row.code not in gazetteer.resolve(row.name).candidates] == []


def test_every_name_that_is_no_one_elses_leads_straight_to_it(gazetteer: Gazetteer) -> None:
    unsure = {row.name for row in ROWS if gazetteer.resolve(row.name).code != row.code}
    repeated = {name for name, times in Counter(row.name for row in ROWS).items() if times > 1}
    nouns = {"东区", "西区", "矿区", "老城区", "新市区", "港口区", "平房区"}
    assert unsure == repeated | nouns


def test_every_short_name_of_a_province_is_the_province(gazetteer: Gazetteer) -> None:
    for row in ROWS:
        if row.level == "province":
            assert gazetteer.resolve(row.short_name).code == row.code


def test_short_names_of_prefectures_resolve_but_for_the_eight_with_rivals(
    gazetteer: Gazetteer,
) -> None:
    prefectures = [row for row in ROWS if row.level == "prefecture"]
    unsure = {r.short_name for r in prefectures if gazetteer.resolve(r.short_name).code != r.code}
    # 吉林 and 海南 are provinces first; the other six are districts elsewhere as well.
    assert unsure == {"吉林", "海南", "朝阳", "中山", "大同", "兴安", "甘南", "资阳"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("朝阳", ("211300", "110105", "220104")),
        ("朝阳区", ("110105", "220104")),
        ("和平区", ("120101", "210102")),
        ("市中区", ("370103", "370402", "511002", "511102")),
        ("鼓楼区", ("320106", "320302", "350102", "410204")),
        ("中山", ("442000", "210202")),
    ],
)
def test_a_name_of_several_gives_all_of_them_and_no_code(
    gazetteer: Gazetteer, text: str, codes: tuple[str, ...]
) -> None:
    found = gazetteer.resolve(text)
    assert found.code is None
    assert found.ambiguous
    assert found.candidates == codes


@pytest.mark.parametrize(
    ("text", "within", "code"),
    [
        ("朝阳", "110000", "110105"),
        ("朝阳", "210000", "211300"),
        ("朝阳", {"210100", "210200"}, "211300"),  # side by side with 沈阳 and 大连
        ("中山", {"440100"}, "442000"),
        ("大同", "140000", "140200"),
        ("和平区", "120000", "120101"),
        ("和平", "120000", "120101"),
        ("浦东", "310000", "310115"),
        ("万柏林", "140100", "140109"),
        ("东方", "460000", "469007"),
        ("石河子", "660000", "659001"),
        ("城区", "140500", "140502"),
        ("海南", {"630000"}, "460000"),  # 青海 came before it in the bulletin
        ("河北", {"120000"}, "130000"),  # although 天津 has a 河北区
        ("广州", "120000", "440100"),
    ],
)
def test_what_a_text_speaks_of_settles_a_name(
    gazetteer: Gazetteer, text: str, within: str | set[str], code: str
) -> None:
    assert gazetteer.resolve(text, within).code == code


def test_counties_need_their_suffix_or_their_own_parent(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("武侯区").code == "510107"
    assert gazetteer.resolve("武侯", "510100").code == "510107"
    assert gazetteer.resolve("武侯").how == "unknown"
    assert gazetteer.resolve("武侯", "510000").how == "unknown"
    assert gazetteer.resolve("和平", "320000").how == "unknown"


@pytest.mark.parametrize(
    ("text", "code", "how"),
    [
        ("天津市", "120000", "exact"),
        ("天津", "120000", "short"),
        ("天 津", "120000", "spaced"),
        ("内 蒙 古", "150000", "spaced"),
        ("河 北 省", "130000", "spaced"),
        ("兵团", "660000", "short"),
        ("新疆兵团", "660000", "alias"),
        ("第八师石河子市", "659001", "alias"),
        ("锡盟", "152500", "alias"),
        ("山東", "370000", "alias"),
        ("內蒙古自治區", "150000", "alias"),
        ("新疆生产建设兵团", "660000", "exact"),
        ("广西壮族自治区", "450000", "exact"),
        ("广西自治区", "450000", "alias"),
        ("内蒙", "150000", "alias"),
        ("延边州", "222400", "alias"),
        ("海南州", "632500", "alias"),
        ("互助县", "630223", "alias"),
        ("海南", "460000", "short"),
        ("吉林", "220000", "short"),
        ("吉林市", "220200", "exact"),
        ("西安", "610100", "short"),
        ("长沙", "430100", "short"),
        ("东方市", "469007", "exact"),
    ],
)
def test_a_name_is_read_in_each_of_its_forms(
    gazetteer: Gazetteer, text: str, code: str, how: str
) -> None:
    found = gazetteer.resolve(text)
    assert (found.code, found.how) == (code, how)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("河北石家庄", "130100"),
        ("内蒙古呼和浩特", "150100"),
        ("河北省石家庄市", "130100"),
        ("四川成都武侯区", "510107"),
        ("四川省成都市武侯区", "510107"),
        ("四川武侯区", "510107"),
        ("四川乐山市中区", "511102"),
        ("北京市朝阳区", "110105"),
        ("辽宁朝阳", "211300"),
        ("长春朝阳区", "220104"),
        ("吉林吉林", "220200"),
        ("青海海南", "632500"),
        ("海南海口", "460100"),
        ("上海浦东", "310115"),
        ("湖北仙桃", "429004"),
        ("兵团石河子市", "659001"),
        ("新疆石河子", "659001"),
        ("兵团第一师阿拉尔市", "659002"),
        ("四川·成都", "510100"),
        ("湖北襄樊", "420600"),
        ("河 北 石 家 庄", "130100"),
    ],
)
def test_a_chain_of_names_leads_to_the_last(gazetteer: Gazetteer, text: str, code: str) -> None:
    found = gazetteer.resolve(text)
    assert (found.code, found.how) == (code, "compound")


@pytest.mark.parametrize("text", ["北京天津", "北京 天津", "重庆市中区", "成都四川", "四川石家庄"])
def test_names_that_do_not_lie_in_one_another_are_no_chain(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.resolve(text).candidates == ()


@pytest.mark.parametrize(
    ("old", "code", "now"),
    [
        ("襄樊市", "420600", "襄阳市"),
        ("崇文区", "110101", "东城区"),
        ("那曲地区", "540600", "那曲市"),
    ],
)
def test_a_former_name_leads_to_its_successor_and_says_so(
    gazetteer: Gazetteer, old: str, code: str, now: str
) -> None:
    found = gazetteer.resolve(old)
    assert (found.code, found.how) == (code, "former")
    assert old in found.note
    assert now in found.note


def test_a_name_that_is_also_a_word_says_so(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("日照").everyday
    assert not gazetteer.resolve("日照市").everyday


@given(
    row=st.sampled_from(ROWS),
    spaces=st.lists(st.sampled_from(SPACES), min_size=30, max_size=30),
)
def test_spaces_of_any_kind_change_no_reading(row: tuple[str, ...], spaces: list[str]) -> None:
    gazetteer, name = Gazetteer.packaged(), row[1]
    spaced = "".join(sign + space for sign, space in zip(name, spaces, strict=False))
    assert gazetteer.resolve(spaced).candidates == gazetteer.resolve(name).candidates


@given(text=st.text(alphabet="天津北京河市区省委办和平东方海南一、:：()【】 \u3000", max_size=60))
def test_any_text_gets_an_answer_that_holds_together(text: str) -> None:
    found = Gazetteer.packaged().resolve(text)
    assert found.code is None or found.candidates == (found.code,)
    assert (found.how == "unknown") == (not found.candidates)
