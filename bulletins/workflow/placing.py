"""列入与置顶: in which columns an article stands beside its own, and where on top.

Until something of it is released that is the editors'; then the desk's, who see it at once.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.audit import record
from accounts.models import User
from bulletins.indexing import reindex
from bulletins.listing import relist
from bulletins.models import Article, Column, Edition, Placing, Role, State
from bulletins.permissions import Hidden, Refused, Scope, scope_of
from bulletins.permissions.visibility import regions_of, sees_some
from bulletins.store import Change, note

EDITORS = (Role.EDITOR,)
DESK = (Role.DESK, Role.FINAL_REVIEWER)
Wanted = Mapping[int, datetime | None]


@transaction.atomic
def place(edition: Edition, wanted: Wanted, *, by: User) -> bool:
    """Have its article stand in these columns (pk → on top until when); True if that is new.

    Its own column is among them only to be on top there. Columns that by does not answer for
    stay as they are. Raises Hidden or Refused.
    """
    article = Article.objects.select_for_update(no_key=True).get(pk=edition.article_id)
    scope = scope_of(by)
    _require(scope, edition)
    before = placings_of(article)
    after = _only_hers(scope, edition, before, wanted)
    if after == before:
        return False
    article.placings.all().delete()
    Placing.objects.bulk_create(
        Placing(article=article, column_id=pk, pinned_until=until) for pk, until in after.items()
    )
    record("place", edition, by=by, detail={"from": _told(before), "to": _told(after)})
    if article.number:
        lists = relist(article)
        reindex(article)
        note(Change(article.number, lists, elsewhere=True))
    return True


def may_place(scope: Scope, edition: Edition) -> bool:
    """Whether she answers for where this article stands."""
    return scope.over(placers(edition), edition.column_id, regions_of(edition))


def placers(edition: Edition) -> tuple[Role, ...]:
    """Whose it is now: after submission the editor has let it out of her hands."""
    released = edition.article.editions.filter(state=State.RELEASED).exists()
    return EDITORS if not released and edition.state == State.DRAFT else DESK


def columns_of(scope: Scope, edition: Edition) -> list[Column]:
    """Its own column first, then those in which she may have it stand."""
    roles = placers(edition)
    others = Column.objects.exclude(pk=edition.column_id)
    hers = [one for one in others if one.takes_articles and scope.in_column(roles, one.pk)]
    return [edition.column, *hers]


def placings_of(article: Article) -> dict[int, datetime | None]:
    """Column's pk → on top until when."""
    return dict(article.placings.values_list("column", "pinned_until"))


def _require(scope: Scope, edition: Edition) -> None:
    if may_place(scope, edition):
        return
    if not sees_some(scope, edition):
        raise Hidden
    names = "或".join(role.label for role in placers(edition))
    raise Refused(f"您不能改变这篇稿件的列入和置顶：需要这一栏目和地区的“{names}”授权")


def _only_hers(scope: Scope, edition: Edition, before: Wanted, wanted: Wanted) -> Wanted:
    """What is wanted for the columns she answers for, and what stands for all others."""
    hers = {column.pk for column in columns_of(scope, edition)}
    if strange := wanted.keys() - hers - before.keys():
        raise Refused(f"您不能把稿件列入其中 {len(strange)} 个栏目：需要那里的授权")
    now = timezone.now()
    for pk in wanted.keys() & hers:
        until = wanted[pk]
        if until and until <= now and before.get(pk) != until:
            raise Refused("置顶日期已经过去：请选择以后的日期，或不填")
    stays = {pk: until for pk, until in before.items() if pk not in hers}
    asked = {pk: until for pk, until in wanted.items() if pk in hers}
    if asked.get(edition.column_id, now) is None:
        del asked[edition.column_id]  # it stands in its own column anyway
    return stays | asked


def _told(placings: Wanted) -> dict[str, str]:
    return {str(pk): until.isoformat() if until else "" for pk, until in placings.items()}
