"""An office with a mail server, in which everybody has an address."""

import pytest
from pytest_django import Settings

from accounts.models import User
from tests.office import People


@pytest.fixture
def mails(people: People, settings: Settings) -> None:
    settings.MAILS = True
    settings.DEFAULT_FROM_EMAIL = "lantai@example.cn"
    settings.SITE_URL = "https://news.example.cn"
    for person in User.objects.all():
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.cn")
