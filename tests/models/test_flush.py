"""Emptying the database between tests goes past the refusals, and leaves them in force."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from accounts.models import AuditEntry
from bulletins.models import Edition
from tests.office import People, released
from tests.refusals import in_force


@pytest.mark.django_db(transaction=True)
def test_a_flush_leaves_no_row_and_every_refusal(draft: Edition, people: People) -> None:
    before = in_force()
    released(draft, people)
    with pytest.raises(IntegrityError, match="不能删除"), transaction.atomic():
        AuditEntry.objects.all().delete()
    call_command("flush", interactive=False, verbosity=0)
    assert not Edition.objects.exists()
    assert not AuditEntry.objects.exists()
    assert in_force() == before
