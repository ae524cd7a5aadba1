"""What waits to be sent about an article whose title may not be told any more."""

from bulletins.document.wording import by_number
from bulletins.models import Article, Outgoing


def unname(article: Article) -> None:
    """Have it say the number instead; inside the transaction of a withdrawal."""
    waiting = Outgoing.objects.filter(edition__article=article, due_at__isnull=False)
    number = by_number(article.number)
    for one in waiting:
        head, _, title = one.subject.partition("：")
        body = one.body.replace(f"“{title}”", f"“{number}”")
        Outgoing.objects.filter(pk=one.pk).update(subject=f"{head}：{number}", body=body)
