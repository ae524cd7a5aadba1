"""What has not been read yet, one file after another; a kill in between is made good later."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from bulletins.document.filetext.reading import READER, READERS
from bulletins.files import open_file
from bulletins.filetexts.starting import read_apart
from bulletins.models import (
    Attachment,
    Edition,
    FileText,
    FileTextState,
    IndexedEdition,
    StoredFile,
    ToIndex,
)
from bulletins.store import Change, note_all

ABANDONED = timedelta(minutes=10)  # whoever began it is not there any more
AGAIN = "again"  # no reader's name: another one is wanted
BATCH = 50
TRIES = 3  # then a file that kills whoever reads it is left alone


def read_due(within: timedelta | None = None) -> Iterator[datetime]:
    """Read every file that texts offer and no reader of now has read; since when each waited.

    within: after so long the rest is left to the next time. Two who do this at once each take
    other files.
    """
    until = timezone.now() + (within or timedelta(days=1))
    while files := list(_waiting()[:BATCH]):
        for file in files:
            if timezone.now() > until:
                return
            if _claim(file):
                _read(file)
                yield file.uploaded_at


@transaction.atomic
def read_again(*, failed_only: bool) -> int:
    """Have what was read, or could not be, be read once more; how many files that are.

    Readers are told 还没有做好 of what had no text.
    """
    read = FileText.objects.exclude(reader="")
    again = read.filter(state=FileTextState.FAILED) if failed_only else read
    silent = again.exclude(state=FileTextState.DONE).values("file")
    editions = Edition.objects.released().filter(attachments__file__in=silent)
    numbers = list(editions.values_list("article__number", flat=True).distinct())
    done = again.update(reader=AGAIN)
    note_all([Change(number) for number in numbers if number])
    return done


def _waiting() -> QuerySet[StoredFile]:
    """What came last first: its text is about to be released."""
    offered = Attachment.objects.filter(file__isnull=False).values("file")
    free = Q(text__begun_at__lte=timezone.now() - ABANDONED) | ~Q(text__reader="")
    stale = ~Q(text__reader=READER) & free
    return StoredFile.objects.filter(Q(text=None) | stale, pk__in=offered).order_by("-uploaded_at")


def _claim(file: StoredFile) -> bool:
    """Whether it is ours to read."""
    try:
        with transaction.atomic():
            _, is_new = FileText.objects.get_or_create(file=file)
    except IntegrityError:  # it was erased meanwhile
        return False
    now = timezone.now()
    abandoned = FileText.objects.filter(Q(begun_at__lte=now - ABANDONED) | ~Q(reader=""), file=file)
    again = abandoned.exclude(reader=READER)
    return is_new or bool(again.update(begun_at=now, reader="", tries=F("tries") + 1))


def _read(file: StoredFile) -> None:
    """The answer is stored if the file is still there."""
    mine = FileText.objects.filter(file=file.pk)
    ending = PurePath(file.content.name or "").suffix
    if mine.filter(tries__gt=TRIES).exists():
        _settle(file, state=FileTextState.FAILED)
    elif file.is_picture or ending not in READERS:
        _settle(file, state=FileTextState.NONE)
    else:
        _settle(file, **_facts(file, ending))


@transaction.atomic
def _settle(file: StoredFile, **facts: Any) -> None:
    """Search looks again at the articles that offer it, and at drafts; their pages tell of it."""
    if not FileText.objects.filter(file=file.pk).update(**facts, reader=READER, tries=0):
        return
    editions = Edition.objects.filter(attachments__file=file)
    articles = dict(editions.released().values_list("article", "article__number"))
    if "leaves" in facts:
        noted = [ToIndex(article_id=article) for article in articles]
        ToIndex.objects.bulk_create(noted, ignore_conflicts=True)
        IndexedEdition.objects.filter(edition__in=editions).delete()
    note_all([Change(number) for number in articles.values() if number])


def _facts(file: StoredFile, ending: str) -> dict[str, Any]:
    try:
        with open_file(file) as source:
            said = read_apart(source, ending)
    except OSError:  # the storage has lost it
        said = None
    if said is None:
        return {"state": FileTextState.FAILED, "leaves": []}
    return {
        "state": FileTextState.DONE if said.leaves else FileTextState.NONE,
        "leaves": said.leaves,
        "pages": said.pages,
        "sheets": said.sheets,
        "is_cut": said.cut,
    }
