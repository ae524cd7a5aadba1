"""An old site moves in: every line an article, kept with its own publishing time.

From the shell only, and in the name of a person. Of what was published only times that are past
count, and the record says 迁移. A line whose id came before is not touched again: whatever a person
has made of the article since, stands.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.db import DataError, IntegrityError, transaction

from accounts.locks import one_at_a_time
from accounts.models import User
from bulletins.models import Article, Role
from bulletins.moving.batches import store
from bulletins.moving.lines import Line
from bulletins.moving.moved import Moved
from bulletins.moving.office import Office, Outcome
from bulletins.moving.statistics import Statistics
from bulletins.moving.tags import Tags
from bulletins.moving.taken_away import own_number
from bulletins.permissions import Refused, scope_of

STEP = 200


def move_in(
    lines: Iterable[str], folder: Path, *, by: User, release: bool, dry_run: bool = False
) -> Iterator[Outcome]:
    """Store the articles of the lines, a batch in a transaction; yields what came of it so far.

    folder: where the paths of attachments begin. Broken off, it goes on where it stopped when it is
    run again. Raises Refused unless by may do this.
    """
    _require(by, release=release)
    office, outcome, statistics = Office(folder, by, release=release), Outcome(), Statistics()
    numbered = enumerate(lines, start=1)
    while batch := list(islice(numbered, STEP)):
        good = list(office.read(batch, outcome))
        known = _known(line.id for _, line in good) | _began_here(line for _, line in good)
        fresh = [(number, line) for number, line in good if line.id not in known]
        moved = dict(office.understood(fresh, outcome))
        outcome.known += len(known)
        if dry_run:
            outcome.new += len(moved)
        else:
            _store(moved, office, by, outcome)
            statistics.after(outcome.new)
        yield outcome
    if not dry_run:
        statistics.at_the_end(outcome.new)


def _store(moved: dict[int, Moved], office: Office, by: User, outcome: Outcome) -> None:
    """All of them in one transaction; if the database refuses, each by itself, to name the line."""
    try:
        with transaction.atomic():
            one_at_a_time("move-in")
            known = _known(one.import_id for one in moved.values())
            fresh = [one for one in moved.values() if one.import_id not in known]
            store(fresh, office.names, office.tags, by)
    except (IntegrityError, DataError) as refusal:
        office.tags = Tags()
        if len(moved) == 1:
            outcome.bad[next(iter(moved))] = f"数据库不收：{refusal}"
            return
        for number, one in moved.items():
            _store({number: one}, office, by, outcome)
    else:
        outcome.known += len(known)
        outcome.new += len(fresh)


def _require(by: User, *, release: bool) -> None:
    """Releasing whole sites past the reviewers is for an administrator, by name."""
    scope = scope_of(by)
    if release and (by.is_system or not scope.anywhere(Role.ADMINISTRATOR)):
        raise Refused("直接公开迁移来的稿件须由管理员署名：请用 --by 写明管理员的用户名")
    if not scope.anywhere(Role.EDITOR, Role.ADMINISTRATOR):
        raise Refused(f"{by} 没有写稿的权限，不能迁入稿件")


def _began_here(lines: Iterable[Line]) -> set[str]:
    """Those that once moved out of this very site: number and publishing time are the same."""
    said = {line.id: (own_number(line.id), line.published) for line in lines}
    numbers = [number for number, _ in said.values() if number]
    here = set(
        Article.objects.filter(import_id=None, number__in=numbers).values_list(
            "number", "first_published_at"
        )
    )
    return {one for one, (number, at) in said.items() if number and (number, at) in here}


def _known(ids: Iterable[str]) -> set[str]:
    """Those of them that are here: another run may be at work at the same time."""
    found = Article.objects.filter(import_id__in=list(ids)).values_list("import_id", flat=True)
    return {one for one in found if one}
