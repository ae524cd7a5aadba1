"""复查: whoever wrote a policy paper is asked, from its day on, whether it is still in force."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bulletins.document.wording import BEIJING, day, midnight
from bulletins.mailing import Message
from bulletins.models import Article, Edition
from bulletins.timetable.reminding import remind
from bulletins.workflow.concerned import CHANGE, address_of, authors
from bulletins.workflow.standing import speaking_edition

EVENT = "check_validity"
AGAIN = timedelta(days=7)


def remind_of_validity() -> Iterator[datetime]:
    """Once a week until another day is set; since when each was due."""
    today = timezone.now().astimezone(BEIJING).date()
    papers = Article.objects.filter(check_by__lte=today, erased_at=None)
    for article in papers.order_by("check_by", "pk"):
        edition = speaking_edition(article)
        if edition is None:
            continue
        message = _message(article, edition)
        if remind(EVENT, edition, message, authors(edition), again=AGAIN):
            yield midnight(article.check_by or today)


def _message(article: Article, edition: Edition) -> Message:
    said = day(article.check_by) if article.check_by else ""
    return Message(
        event=EVENT,
        head="有效性复查",
        said=f"复查日期 {said} 已到，请核对它是否仍然有效",
        address=address_of(edition, CHANGE),
    )
