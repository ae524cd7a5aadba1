"""定公示期: an article that stops being public by itself."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from accounts.models import User
from bulletins.models import FOREVER, Article
from bulletins.workflow.articles.taking import begin, conclude
from bulletins.workflow.moments import told


@transaction.atomic
def set_end(article: Article, *, by: User, at: datetime | None = None) -> None:
    """Public up to that moment (aware), nothing has to run then; None: without an end."""
    case = begin("set_end", article, by=by, at=at)
    held = case.edition.article
    was = held.ends_at
    held.ends_at = at
    held.save(update_fields=["ends_at"])
    # The last interval, whether it has begun or is to come, is the one that ends with the article.
    last = held.editions.released().filter(live_until=was or FOREVER)
    last.filter(live_from__lt=F("live_until")).update(live_until=held.ends)
    conclude("set_end", case, detail={"was": told(was), "to": told(at)})
