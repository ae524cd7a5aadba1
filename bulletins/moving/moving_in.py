"""An old site moves in: every line an article, kept with its own publishing time.

From the shell only, and in the name of a person. Of what was published only times that are past
count, and the record says 迁移. A line whose id came before is not touched again: whatever a person
has made of the article since, stands.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.db import transaction

from accounts.models import User
from bulletins.models import Article, Role
from bulletins.moving.batches import store
from bulletins.moving.office import Office, Outcome
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
    office, outcome = Office(folder, by, release=release), Outcome()
    numbered = enumerate(lines, start=1)
    while batch := list(islice(numbered, STEP)):
        good = list(office.read(batch, outcome))
        known = _known([line.id for _, line in good])
        fresh = [(number, line) for number, line in good if line.id not in known]
        moved = list(office.understood(fresh, outcome))
        if not dry_run:
            with transaction.atomic():
                store(moved, office.names, office.places, office.tags, by)
        outcome.known += len(known)
        outcome.new += len(moved)
        yield outcome


def _require(by: User, *, release: bool) -> None:
    """Releasing whole sites past the reviewers is for an administrator, by name."""
    scope = scope_of(by)
    if release and (by.is_system or not scope.anywhere(Role.ADMINISTRATOR)):
        raise Refused("直接公开迁移来的稿件须由管理员署名：请用 --by 写明管理员的用户名")
    if not scope.anywhere(Role.EDITOR, Role.ADMINISTRATOR):
        raise Refused(f"{by} 没有写稿的权限，不能迁入稿件")


def _known(ids: list[str]) -> set[str]:
    found = Article.objects.filter(import_id__in=ids).values_list("import_id", flat=True)
    return {one for one in found if one}
