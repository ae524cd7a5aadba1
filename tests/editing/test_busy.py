"""A database that does not answer: a sentence, nothing half done, nothing lost."""

import pytest
from django.db import OperationalError

from bulletins.editing import saving
from bulletins.models import Edition
from tests.editing.forms import page_of, signed_in, unopened
from tests.office import again


def test_a_locked_database_is_a_sentence(draft: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*args: object, **options: object) -> bool:
        raise OperationalError("database is locked")

    monkeypatch.setattr(saving, "merge_head", locked)
    answer = signed_in("lin").post(page_of(draft), unopened(draft) | {"head-title": "新"})
    assert answer.status_code == 503
    assert answer["Retry-After"] == "20"
    assert "什么也没有改动" in answer.content.decode()
    assert again(draft).title == draft.title
