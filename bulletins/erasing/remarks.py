"""What people said about the article, with acts and beside its text."""

from django.db.models import Q

from accounts.models import AuditEntry, Remark
from bulletins.erasing.texts import reports_of
from bulletins.models import Article, Comment, ErrorReport, Import, Phrase, Review


def empty_remarks(article: Article) -> None:
    """The chain holds salted hashes of them; text and salt go.

    A phrase that says the same goes, whoever keeps it and however often it was said.
    """
    mine = {"edition__article": article}
    said = Q(pk__in=Review.objects.filter(**mine).exclude(remark=None).values("remark"))
    said |= Q(pk__in=Comment.objects.filter(**mine).values("remark"))
    told = AuditEntry.objects.filter(object__in=_names(article)).exclude(remark_id=None)
    said |= Q(pk__in=told.values("remark_id"))
    remarks = Remark.objects.filter(said)
    texts = set(remarks.exclude(text="").values_list("text", flat=True))
    Phrase.objects.filter(text__in=texts).delete()
    remarks.update(text="", salt="")


def _names(article: Article) -> list[str]:
    """Everything that the chain may call by a name of its own."""
    editions = article.editions.values_list("pk", flat=True)
    imports = Import.objects.filter(edition__article=article).values_list("pk", flat=True)
    reports = ErrorReport.objects.filter(reports_of(article)).values_list("pk", flat=True)
    return [
        f"article:{article.pk}",
        *(f"edition:{pk}" for pk in editions),
        *(f"import:{pk}" for pk in imports),
        *(f"errorreport:{pk}" for pk in reports),
    ]
