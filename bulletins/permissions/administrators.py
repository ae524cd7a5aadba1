"""Who administers the site; somebody always does."""

from django.db.models import Q, QuerySet

from accounts.locks import one_at_a_time
from accounts.models import User
from bulletins.models import Role
from bulletins.permissions.refused import Refused
from bulletins.permissions.scope import scope_of


def administrators() -> QuerySet[User]:
    """Everybody who may sign in and administers: by a grant, or as who set the site up."""
    granted = Q(is_superuser=True) | Q(grants__role=Role.ADMINISTRATOR)
    return User.objects.filter(granted, is_active=True, is_system=False).distinct()


def require_administrator(by: User, what: str) -> None:
    """Raises Refused unless by administers the site; what: 授权和收回授权."""
    if not scope_of(by).anywhere(Role.ADMINISTRATOR):
        raise Refused(f"只有管理员可以{what}")


def require_one_remains() -> None:
    """Ask after the change, in its transaction. Raises Refused if nobody administers any more."""
    one_at_a_time("administrators")
    if not administrators().exists():
        raise Refused("这是最后一位管理员：请先让另一位同事成为管理员")
