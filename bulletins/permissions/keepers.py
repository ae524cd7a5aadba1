"""Who keeps what the search of the whole site is taught, and reads what it is asked."""

from accounts.models import User
from bulletins.models import Role
from bulletins.permissions.refused import Refused
from bulletins.permissions.scope import Scope, scope_of

KEEPERS = (Role.ADMINISTRATOR, Role.EDITOR)


def keeps_search(scope: Scope) -> bool:
    """Administrators, and editors of every column and region: a word acts on all texts."""
    return scope.everywhere(*KEEPERS)


def require_search_keeper(by: User, what: str) -> None:
    """Raises Refused unless by keeps the search; what: 修改词库."""
    if not keeps_search(scope_of(by)):
        raise Refused(f"只有管理员和负责全站的编辑可以{what}")
