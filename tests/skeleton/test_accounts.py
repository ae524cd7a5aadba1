"""The people of the office, as the administrator keeps them."""

import pytest
from django.test import Client

from accounts.models import User


@pytest.mark.django_db
def test_the_administrator_opens_an_account_with_a_name_and_an_office(admin_client: Client) -> None:
    words = "three-plain-words-77"
    form = {"username": "lin", "display_name": "林编辑", "office": "网信办"}
    page = admin_client.post(
        "/admin/accounts/user/add/",
        form | {"usable_password": "true", "password1": words, "password2": words},
    )
    assert page.status_code == 302
    lin = User.objects.get(username="lin")
    assert (str(lin), lin.office, lin.check_password(words)) == ("林编辑", "网信办", True)


@pytest.mark.django_db
def test_the_page_of_an_account_shows_its_owners_name(admin_client: Client) -> None:
    lin = User.objects.create_user("lin", display_name="林编辑")
    assert "林编辑" in admin_client.get(f"/admin/accounts/user/{lin.pk}/change/").content.decode()
    assert "账号" in admin_client.get("/admin/").content.decode()


def test_a_person_without_a_name_goes_by_her_user_name() -> None:
    assert User(username="lin").get_full_name() == "lin"
