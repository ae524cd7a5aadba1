"""More deeds after which an export is brought up to date, on a small site, in every form."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from accounts.models import User
from bulletins import workflow
from bulletins.document.tree import DocumentPart
from bulletins.drafting import start_article
from bulletins.models import Article, Column, Role
from bulletins.pages.export.articles import FORMS
from bulletins.pages.export.exporting import export_site
from bulletins.workflow.articles.withdrawing import Explanation
from bulletins.workflow.columns import save_column
from bulletins.workflow.regions import save_region
from regions.models import Region
from tests.export.conftest import DAY, MONDAY, Differences
from tests.office import NOTICE, Office, People, changed, released

pytestmark = pytest.mark.django_db


class Those(NamedTuple):
    """Who does it."""

    office: Office
    people: People
    boss: User


def article(number: int) -> Article:
    return Article.objects.get(number=number)


def column(slug: str, by: Those, **facts: object) -> None:
    one = Column.objects.get(slug=slug)
    for name, value in facts.items():
        setattr(one, name, value)
    save_column(one, by=by.boss)


def region(code: str, by: Those, **facts: object) -> None:
    one = Region.objects.get(pk=code)
    for name, value in facts.items():
        setattr(one, name, value)
    save_region(one, by=by.boss)


Deed = Callable[[Those], object]
# In an order in which each can be done
DEEDS: dict[str, Deed] = {
    "a region is renamed": lambda by: region("120000", by, short_name="津门", name="津门市"),
    "a region lies elsewhere": lambda by: region("520100", by, also_under_id="510000"),
    "backdated": lambda by: workflow.backdate(
        article(3), by=by.boss, at=MONDAY - 40 * DAY, reason="迁移有误"
    ),
    "an end is set": lambda by: workflow.set_end(
        article(2), by=by.people.zhi, at=MONDAY + 30 * DAY
    ),
    "a correction": lambda by: released(
        changed(article(1).editions.live().get(), by.people, "改了"), by.people
    ),
    "a column moves": lambda by: column("notices", by, parent=by.office.news),
    "a column is merged": lambda by: column(
        "notices", by, parent=None, merged_into=Column.objects.get(slug="board"), active=False
    ),
    "withdrawn": lambda by: workflow.withdraw(
        article(1), "wrong", by=by.people.zhi, reason="内部", explanation=Explanation("先前的说明")
    ),
    "erased": lambda by: workflow.erase(
        article(1), by=by.boss, reason="依申请", explanation=Explanation("依申请清除")
    ),
}


def test_after_each_the_next_export_is_the_site_again(
    small: Path, office: Office, people: People, differences: Differences
) -> None:
    those = Those(office, people, office.hire("guan", Role.ADMINISTRATOR))
    Column.objects.create(slug="board", name="公告栏", review_stages=1, kind="notice")
    said = replace(NOTICE, title="贵阳的", parts=(DocumentPart("520100", "", "<p>文</p>"),))
    released(start_article(said, column=office.notices, by=people.lin), people)
    first = export_site(small).manifest
    assert first.forms == FORMS
    for deed, done in DEEDS.items():
        done(those)
        assert differences(small), f"{deed} would prove nothing"
        export_site(small)
        assert differences(small) == {}, deed
    assert export_site(small).made == 0
    anew = export_site(small, anew=True).manifest.files
    assert anew.keys() == export_site(small).manifest.files.keys()
