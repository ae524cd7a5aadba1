"""What a person may write in a draft."""

from bulletins.models import Edition, Role
from bulletins.permissions import Hidden, Refused, Scope
from bulletins.permissions.visibility import READERS, regions_of, sees_some

WRITERS = (Role.EDITOR, Role.CONTRIBUTOR)


def may_edit_whole(scope: Scope, edition: Edition) -> bool:
    """Its fields, its parts' order, what is added and removed."""
    return scope.over([Role.EDITOR], edition.column_id, regions_of(edition))


def may_edit_part(scope: Scope, edition: Edition, region: str | None) -> bool:
    """The text of a part of this region."""
    return scope.over_part(WRITERS, edition.column_id, region)


def may_place_part(scope: Scope, edition: Edition, region: str | None) -> bool:
    """Adding a part of this region, or changing which region a part is of."""
    return scope.over_part([Role.EDITOR], edition.column_id, region)


def may_add_part(scope: Scope, edition: Edition) -> bool:
    """A region's editor may add her region's part to what she sees."""
    return sees_some(scope, edition) and scope.in_column([Role.EDITOR], edition.column_id)


def require_edit_whole(scope: Scope, edition: Edition) -> None:
    """Raises Hidden where she may not even see it, Refused where she may only read."""
    if may_edit_whole(scope, edition):
        return
    if not sees_some(scope, edition):
        raise Hidden
    raise Refused("您没有修改这篇稿件的权限：需要该栏目的编辑授权")


def require_place_part(scope: Scope, edition: Edition, *regions: str | None) -> None:
    """Raises Hidden or Refused, as for the whole."""
    if not sees_some(scope, edition):
        raise Hidden
    if not all(may_place_part(scope, edition, region) for region in regions):
        raise Refused("您不能增删地区稿，也不能改它的地区和标题：需要该地区的编辑授权")


def require_edit_part(scope: Scope, edition: Edition, region: str | None) -> None:
    """Raises Hidden or Refused, as for the whole."""
    if may_edit_part(scope, edition, region):
        return
    if not scope.over_part(READERS, edition.column_id, region):
        raise Hidden
    raise Refused("您没有修改这个地区稿的权限：需要该地区的编辑或信息员授权")
