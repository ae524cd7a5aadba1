"""我的设置: each person switches her own mails."""

import pytest

from accounts.models import AuditEntry, User
from tests.editing.doors import at_desk
from tests.office import People

pytestmark = pytest.mark.django_db


def test_she_switches_mails_off_and_on(people: People) -> None:
    User.objects.filter(username="lin").update(email="lin@example.cn")
    lin = at_desk(people.lin)
    said = lin.post("/admin/me/", {"mails": "off"}, follow=True).content.decode()
    assert "以后不再给您发邮件" in said
    assert not User.objects.get(username="lin").mails
    assert User.objects.get(username="chu").mails
    assert "开始收邮件" in said
    lin.post("/admin/me/", {"mails": "on"})
    assert User.objects.get(username="lin").mails
    switched = AuditEntry.objects.filter(action__startswith="mails_").order_by("seq")
    assert [one.action for one in switched] == ["mails_off", "mails_on"]


def test_who_has_no_address_reads_whom_to_ask(people: People) -> None:
    assert "请管理员" in at_desk(people.lin).get("/admin/me/").content.decode()


def test_another_word_switches_nothing(people: People) -> None:
    at_desk(people.lin).post("/admin/me/", {"mails": "maybe"})
    assert User.objects.get(username="lin").mails
