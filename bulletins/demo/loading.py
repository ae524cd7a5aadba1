"""The whole demo into an empty office, in one transaction: all of it or nothing."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from bulletins.demo.after import follow
from bulletins.demo.asked import ask
from bulletins.demo.office import furnish
from bulletins.demo.past import article_of, move_in
from bulletins.demo.people import ADMIN, grant_roles
from bulletins.demo.present import Present
from bulletins.demo.reports import report_all
from bulletins.demo.scripts import scripts
from bulletins.models import Article, Column
from bulletins.workflow.relating import relate_missing
from regions.directory import gazetteer
from regions.loading import load as load_regions
from regions.models import Region


def is_empty() -> bool:
    """Whether nobody has done anything here yet, and nobody real has an account."""
    people = User.objects.filter(is_demo=False, is_system=False)
    return not (people.exists() or Column.objects.exists() or Article.objects.exists())


@transaction.atomic
def load(users: Mapping[str, User], today: date) -> int:
    """Set the office up with these people, user name → account; out comes how many texts it has."""
    if not Region.objects.exists():
        load_regions()
    admin, texts = users[ADMIN.name], scripts()
    staff, columns, names = grant_roles(users), furnish(by=admin), gazetteer()
    move_in([text for text in texts if text.said("发布")], columns, names, today, by=admin)
    present = Present(staff, columns, names, today)
    for text in texts:
        if not text.said("发布"):
            present.play(text)
    for text in texts:
        for said in text.after:
            follow(said, article_of(text.name), staff, today)
    report_all(staff)
    ask(today)
    relate_missing()
    record("load_demo", "site", by=admin, detail={"texts": len(texts)})
    return len(texts)
