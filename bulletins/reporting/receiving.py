"""A report comes in: by anybody, without an account; what is sent twice is one report."""

import hashlib
from dataclasses import astuple, dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from bulletins.document.wording import BEIJING
from bulletins.drafting.locking import lock_unless_erased
from bulletins.models import ErrorReport
from bulletins.reporting.receipts import new_receipt
from bulletins.reporting.subject import Subject
from bulletins.reporting.telling import tell_of_report
from bulletins.reporting.working_days import answer_by

AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Said:
    """What the reader wrote, cleaned and measured by the form."""

    kind: str
    words: str
    proposal: str = ""
    contact: str = ""


@transaction.atomic
def receive(subject: Subject, said: Said, *, form: str) -> ErrorReport:
    """The report, new or, where the same form said the same before, the one there is.

    form: the secret of the form that was sent; with other words it is another report.
    """
    subject, now = _still(subject), timezone.now()
    today = now.astimezone(BEIJING).date()
    report, is_new = ErrorReport.objects.get_or_create(
        once=_once(subject, said, form),
        defaults={
            "receipt": new_receipt(today.year),
            "received_at": now,
            "due_on": answer_by(today),
            "edition": subject.edition,
            "article_id": subject.article,
            "key": subject.key,
            "about": subject.about,
            "column_id": subject.column,
            "region_id": subject.region,
            "place": subject.place,
            "kind": said.kind,
            "words": said.words,
            "proposal": said.proposal,
            "contact": said.contact,
        },
    )
    if is_new:
        tell_of_report(report)
    return report


def sent_before(subject: Subject, said: Said) -> ErrorReport | None:
    """The same, word for word, within the hour: somebody went back and pressed again."""
    same = ErrorReport.objects.filter(
        received_at__gt=timezone.now() - AGAIN,
        place=subject.place,
        key=subject.key,
        kind=said.kind,
        words=said.words,
        proposal=said.proposal,
        contact=said.contact,
    )
    return same.first()


def _still(subject: Subject) -> Subject:
    """An article that is being erased in this moment is not told of any more."""
    if subject.edition is None or lock_unless_erased(subject.edition):
        return subject
    return Subject(subject.place, article=subject.article)


def _once(subject: Subject, said: Said, form: str) -> str:
    """Salted by the form's secret, so that nothing can be guessed from it."""
    parts = (form, subject.place, subject.key, *astuple(said))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
