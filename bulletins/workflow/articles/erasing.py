"""清除: not built yet, and it says so."""

from accounts.models import User
from bulletins.models import Article
from bulletins.permissions import Refused
from bulletins.workflow.articles.taking import begin


def erase(article: Article, *, by: User, reason: str) -> None:
    """Always raises: Hidden or Refused for who may not, else Refused because it is not built."""
    begin("erase", article, by=by, reason=reason)
    raise Refused("“清除”还没有启用：请等待新版本")
