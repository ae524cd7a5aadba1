"""An exact copy of what was sealed, row by row: names as at submission, keys and order included."""

from django.db.models import Model

from accounts.models import User
from bulletins.drafting.content import SAME
from bulletins.drafting.titles import note_titles
from bulletins.models import Article, Edition


def exact_copy(edition: Edition, *, by: User) -> Edition:
    """A draft that says the same, for its neighbours: whether it may be made is asked there."""
    article: Article = edition.article
    said = {name: getattr(edition, name) for name in SAME}
    copy = Edition.objects.create(
        article=article,
        number=article.editions.next_number(),
        column=edition.column,
        change_kind=edition.change_kind,
        salt=edition.salt,
        created_by=by,
        **said,
    )
    for part in edition.parts.prefetch_related("sections"):
        sections = list(part.sections.all())
        _again(part, edition=copy)
        for section in sections:
            _again(section, edition=copy, part=part)
    for row in (*edition.attachments.all(), *edition.file_uses.all()):
        _again(row, edition=copy)
    for tag in edition.edition_tags.all():
        _again(tag, content_object=copy)
    note_titles([copy])
    return copy


def _again(row: Model, **elsewhere: Model) -> None:
    """Insert the row a second time, somewhere else; row then is the new one."""
    row.pk, row._state.adding = None, True
    for name, place in elsewhere.items():
        setattr(row, name, place)
    row.save(force_insert=True)
