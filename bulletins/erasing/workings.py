"""What was written on the way to a text, and what was made of it: none of it is a record."""

from django.db.models import Q

from bulletins.models import (
    Article,
    Attachment,
    ComparedTitle,
    EarlierText,
    EditionTag,
    FileUse,
    Outgoing,
    Presence,
    PreviewLink,
    PreviewUse,
    RemovedAttachment,
    Section,
    WorkingCopy,
)


def drop_workings(article: Article) -> None:
    """Working copies, earlier texts, links, messages; of the editions all but their parts."""
    for model in (
        *(WorkingCopy, Presence, EarlierText, RemovedAttachment, Outgoing, ComparedTitle),
        *(Section, Attachment, FileUse),
    ):
        model._default_manager.filter(edition__article=article).delete()
    links = PreviewLink.objects.filter(edition__article=article)
    PreviewUse.objects.filter(Q(link__in=links)).delete()
    links.delete()
    EditionTag.objects.filter(content_object__article=article).delete()
