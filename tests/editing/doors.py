"""Ways into the admin for tests: a browser without a screen, signed in as somebody."""

from django.test import Client
from django.urls import reverse

from accounts.models import User
from bulletins.models import Edition


def at_desk(user: User) -> Client:
    """Her browser, signed in."""
    client = Client()
    client.force_login(user)
    return client


def page_of(name: str, edition: Edition, *more: str) -> str:
    """The address of one of an edition's pages: change, do, review, sheet, earlier."""
    return reverse(f"admin:bulletins_edition_{name}", args=[edition.pk, *more])
