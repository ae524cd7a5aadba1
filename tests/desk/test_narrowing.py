"""Lists of editions: narrowed down by what is typed, within what a person may know; and as files."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils import timezone

from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import start_article
from bulletins.editing.admin import exporting, pages
from bulletins.editing.forms.regions import read_region
from bulletins.models import Column, Edition, Grant, Role
from bulletins.permissions import visible
from regions.directory import gazetteer
from regions.models import Region
from tests.editing.doors import at_desk
from tests.office import NOTICE, PART, Office, People

LIST = "/admin/bulletins/edition/"


def listed(client: Client, **asked: str) -> list[str]:
    """The titles in the list."""
    page = client.get(LIST, asked).content.decode()
    return re.findall(r'field-shown_title"><a [^>]*>([^<]*)<', page)


def as_csv(client: Client, **asked: str) -> str:
    said = client.get(f"{LIST}list.csv", asked)
    return b"".join(said.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]


@pytest.fixture
def others(draft: Edition, office: Office, people: People) -> Edition:
    """A notice of somebody else's beside the draft, long ago."""
    ming = office.hire("ming", Role.EDITOR)
    notice = start_article(NOTICE, column=office.notices, by=ming)
    Edition.objects.filter(pk=notice.pk).update(changed_at="2021-03-15T12:00:00+08:00")
    return notice


BULLETIN_ONLY, NOTICE_ONLY = ["多地推进网络工作"], ["关于系统维护的通知"]


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"region": "天津"}, BULLETIN_ONLY),
        ({"region": "120000"}, BULLETIN_ONLY),
        ({"region": "贵州省"}, BULLETIN_ONLY),
        ({"region": "湖南"}, []),
        ({"tag": "网络"}, BULLETIN_ONLY),
        ({"tag": "网"}, []),
        ({"person": "ming"}, NOTICE_ONLY),
        ({"person": "lin", "tag": "网络"}, BULLETIN_ONLY),
        ({"person": "lin", "column": "notices"}, []),
        ({"until": "2021-03-15"}, NOTICE_ONLY),
        ({"until": "2021-03-14"}, []),
        ({"since": "2021-03-15", "until": "2021-03-15"}, NOTICE_ONLY),
        ({"since": "2021-03-16"}, BULLETIN_ONLY),
        ({"q": "多地 工作"}, BULLETIN_ONLY),
        ({"q": "多地 通知"}, []),
        ({"q": "100%_"}, []),
    ],
)
def test_what_is_typed_narrows_the_list(
    people: People, asked: dict[str, str], found: list[str]
) -> None:
    assert listed(at_desk(people.lin), **asked) == found
    lines = as_csv(at_desk(people.lin), **asked).splitlines()[1:]
    assert [line.split('"')[1] for line in lines] == found


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"region": "不存在的地方"}, "没有叫“不存在的地方”的地区"),
        ({"since": "昨天"}, "有效的日期"),
        ({"since": "0001-01-01"}, "日期不对"),
        ({"since": "2021-03-16", "until": "2021-03-15"}, "起始日期晚于结束日期"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_an_empty_list(
    draft: Edition, people: People, asked: dict[str, str], said: str
) -> None:
    page = at_desk(people.lin).get(LIST, asked).content.decode()
    assert said in page
    assert "共 0 条" in page


def test_nobody_learns_by_a_filter_what_stands_in_another_region(
    draft: Edition, office: Office
) -> None:
    """Of 天津 she sees a part; that 贵州 has one, its tags and its authors are not for her."""
    xin = at_desk(office.hire("xin", Role.CONTRIBUTOR, region="120000"))
    assert listed(xin, region="天津") == BULLETIN_ONLY
    assert listed(xin, region="贵州") == []
    assert listed(xin, tag="网络") == []
    assert listed(xin, person="lin") == []


def test_several_grants_see_what_each_of_them_sees(
    office: Office, people: People, places: None
) -> None:
    def new(region: str, column: str) -> Edition:
        document = Document(title="通报", parts=(DocumentPart(region, "", "<p>文字</p>"),))
        return start_article(document, column=getattr(office, column), by=people.lin)

    def seen(name: str, *grants: tuple[Role, Column | None, str | None]) -> set[str]:
        user = office.hire(name)
        for role, column, region in grants:
            Grant.objects.create(user=user, role=role, column=column, region_id=region)
        return {place for place, edition in made.items() if edition in visible(user)}

    regions = {"天津": "120000", "贵州": "520000"}
    made = {
        f"{column}{name}": new(code, column)
        for name, code in regions.items()
        for column in ("news", "notices")
    }
    news, notices, local = office.news, office.notices, office.local
    assert seen("a", (Role.EDITOR, news, None), (Role.DESK, local, None)) == {
        "news天津",
        "news贵州",
    }
    both = (Role.EDITOR, news, None), (Role.EDITOR, None, "120000")
    assert seen("b", *both) == {"news天津", "news贵州", "notices天津"}
    assert seen("c", (Role.EDITOR, None, "120000"), (Role.DESK, None, None)) == set(made)
    two = (Role.CONTRIBUTOR, news, "120000"), (Role.CONTRIBUTOR, notices, "520000")
    assert seen("d", *two) == {"news天津", "notices贵州"}


def test_a_region_s_own_name_reads_as_the_gazetteer_reads_it(places: None) -> None:
    names = gazetteer()
    for region in Region.objects.exclude(level="county"):
        for name in (region.name, region.short_name):
            found = names.resolve(name)
            if found.code and not found.office:
                assert read_region(name) == found.code


def test_a_long_list_is_told_as_far_as_it_is_read(
    draft: Edition, office: Office, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        start_article(NOTICE, column=office.notices, by=people.lin)
    monkeypatch.setattr(pages, "MOST", 3)
    client = at_desk(people.lin)
    page = client.get(LIST).content.decode()
    assert "只列出最近改动的 3 条" in page
    assert len(listed(client)) == 3
    assert "多地推进" not in page  # the oldest
    assert "共 1 条" in client.get(LIST, {"column": "news"}).content.decode()
    assert len(as_csv(client).splitlines()) == 6  # a file has them all


def test_pages_follow_one_another(
    draft: Edition, office: Office, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bulletins.editing.admin.editions import EditionAdmin

    made = [start_article(NOTICE, column=office.notices, by=people.lin) for _ in range(4)]
    monkeypatch.setattr(EditionAdmin, "list_per_page", 2)
    client = at_desk(people.lin)
    found = []
    for number in "123":
        page = client.get(LIST, {"p": number}).content.decode()
        found += [int(pk) for pk in re.findall(r"/edition/(\d+)/change/", page)]
    assert found == [one.pk for one in reversed(made)] + [draft.pk]
    assert client.get(LIST, {"p": "9"}).status_code == 302


def test_a_file_of_a_list_holds_no_formula(office: Office, people: People) -> None:
    bad = Document(title="=HYPERLINK(1)", parts=(PART,))
    start_article(Document(title=bad.title), column=office.news, by=people.lin)
    client = at_desk(people.lin)
    assert '"\'=HYPERLINK(1)"' in as_csv(client)
    said = client.get(f"{LIST}list.xlsx")
    today = timezone.localdate()
    assert f"%E7%A8%BF%E4%BB%B6%20{today:%Y-%m-%d}.xlsx" in said["Content-Disposition"]
    with ZipFile(BytesIO(b"".join(said.streaming_content))) as book:  # type: ignore[attr-defined]
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


def test_any_list_leaves_as_a_file_in_the_office_s_words(draft: Edition, office: Office) -> None:
    client = at_desk(office.hire("wei", Role.ADMINISTRATOR))
    columns = client.get("/admin/bulletins/column/list.csv")
    text = b"".join(columns.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert text.splitlines()[0] == '"名称","地址","类型","上级","审核级数","启用","顺序"'
    assert '"网上传播","news","信息","","三审（初审、复审、终审）","是","0"' in text
    grants = client.get("/admin/bulletins/grant/list.csv", {"role": "editor"})
    assert b"wei" not in b"".join(grants.streaming_content)  # type: ignore[attr-defined]


def test_a_list_that_is_too_long_for_a_file_says_what_to_do(
    draft: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST", 0)
    said = at_desk(people.lin).get(f"{LIST}list.xlsx", {"tag": "网络"}, follow=True)
    assert said.redirect_chain[0][0] == "./?tag=%E7%BD%91%E7%BB%9C"
    assert "不能一次导出" in said.content.decode()
