"""An office to test in: its columns, its people, its texts. All of it is invented."""

from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from accounts.models import User
from bulletins import workflow
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import save_head, save_part, start_article, start_edition
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Column, Edition, Grant, Role
from regions.loading import load
from regions.models import Region
from regions.official import official_rows

FEW = ("12", "51", "52", "43")
PART = DocumentPart(
    "120000",
    "天 津",
    "<p>一年来，各单位扎实推进。</p>",
    (
        DocumentSection(1, "加强宣传", "<p>办好网站。</p>"),
        DocumentSection(1, "加强管理", "<p>定期巡查。</p>"),
    ),
)
GUIZHOU = DocumentPart(
    "520000", "贵 州", "", (DocumentSection(1, "提升能力", "<p>组织培训。</p>"),)
)
BULLETIN = Document(
    title="多地推进网络工作", source="海河发布", tags=("网络",), parts=(PART, GUIZHOU)
)
NOTICE = Document(title="关于系统维护的通知", parts=(DocumentPart(intro="<p>周六停机维护。</p>"),))


@dataclass(frozen=True)
class Office:
    """The columns and a way to hire people."""

    news: Column
    local: Column
    notices: Column

    def hire(
        self,
        name: str,
        *roles: Role,
        column: Column | None = None,
        region: str | None = None,
    ) -> User:
        """A person with these roles, in a column and a region or everywhere."""
        user = User.objects.create_user(name, password=name, display_name=name, is_staff=True)
        for role in roles:
            Grant.objects.create(user=user, role=role, column=column, region_id=region)
        return user


@dataclass(frozen=True)
class People:
    """One person for each step, all over the site, who needs no other."""

    lin: User
    chu: User
    fu: User
    zhong: User
    zhi: User

    @property
    def reviewers(self) -> tuple[User, User, User]:
        return self.chu, self.fu, self.zhong


@pytest.fixture
def places(db: None) -> None:
    """天津 with its districts, 四川, 贵州 and 湖南 with their cities: few, for tests are many."""
    rows = [row for row in official_rows() if row.code[:2] in FEW]
    load([row for row in rows if row.level != "county" or row.code.startswith("12")])


@pytest.fixture
def office(db: None) -> Office:
    """News with three stages and a column below it, notices with one."""
    news = Column.objects.create(slug="news", name="网上传播", review_stages=3)
    local = Column.objects.create(slug="local", name="地方动态", review_stages=2, parent=news)
    notices = Column.objects.create(slug="notices", name="通知公告", review_stages=1, kind="notice")
    return Office(news, local, notices)


@pytest.fixture
def people(office: Office) -> People:
    """编辑 lin, 初审 chu, 复审 fu, 终审 zhong, 值班 zhi."""
    return People(
        office.hire("lin", Role.EDITOR),
        office.hire("chu", Role.FIRST_REVIEWER),
        office.hire("fu", Role.SECOND_REVIEWER),
        office.hire("zhong", Role.FINAL_REVIEWER),
        office.hire("zhi", Role.DESK),
    )


@pytest.fixture
def draft(office: Office, people: People, places: None) -> Edition:
    """A bulletin of two regions in 网上传播, written by lin."""
    return start_article(BULLETIN, column=office.news, by=people.lin)


def again(edition: Edition) -> Edition:
    """The row as it is now."""
    return Edition.objects.get(pk=edition.pk)


def submitted(edition: Edition, people: People) -> Edition:
    """Walked to the reviewers."""
    workflow.submit(edition, by=people.lin)
    return again(edition)


def approved(edition: Edition, people: People) -> Edition:
    """Walked through every stage."""
    edition = submitted(edition, people)
    reviewers = {1: [people.zhong], 2: [people.chu, people.zhong], 3: list(people.reviewers)}
    for reviewer in reviewers[edition.stages or 0]:
        workflow.approve(edition, digest=edition.digest, by=reviewer)
    return again(edition)


def released(edition: Edition, people: People) -> Edition:
    """Walked to the readers."""
    edition = approved(edition, people)
    workflow.release(edition, by=people.zhong)
    return again(edition)


def scheduled(edition: Edition, people: People, at: datetime) -> Edition:
    """Walked to the day on which readers will see it."""
    edition = approved(edition, people)
    workflow.release(edition, by=people.zhong, at=at)
    return again(edition)


def amended(edition: Edition, people: People, intro: str = "更正后的导语") -> Edition:
    """The next edition of a released one, with one part changed, ready to be submitted."""
    fresh = start_edition(edition.article, by=people.lin)
    part = fresh.parts.all()[0]
    save_part(part, saying(part_of(part), intro), seen=part.revision, by=people.lin)
    head = replace(head_of(again(fresh)), change_kind="minor")
    save_head(fresh, head, seen=again(fresh).revision, by=people.lin)
    return again(fresh)


def changed(
    before: Edition, people: People, intro: str, kind: str = "correction", note: str = "改动"
) -> Edition:
    """The next edition, ready to be submitted, with the first part's intro changed."""
    fresh = start_edition(before.article, by=people.lin, kind=kind, note=note)
    part = fresh.parts.all()[0]
    save_part(part, saying(part_of(part), intro), seen=part.revision, by=people.lin)
    return again(fresh)


def region(code: str) -> Region:
    return Region.objects.get(pk=code)


def saying(part: DocumentPart, intro: str) -> DocumentPart:
    """The part with another intro."""
    return replace(part, intro=f"<p>{intro}</p>")
