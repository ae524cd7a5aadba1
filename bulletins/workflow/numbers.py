"""The public number of an article, allotted when it is first released and kept for good."""

from django.db.models import Max

from accounts.locks import one_at_a_time
from bulletins.models import Article


def allot(article: Article) -> int:
    """The article's number, the next free one if it had none. Numbers of drafts betray nothing."""
    if article.number is None:
        one_at_a_time("article-number")
        article.number = (Article.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        article.save(update_fields=["number"])
    return article.number
