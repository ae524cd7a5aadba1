"""Labels without the half-width colon that Django sets after them."""

from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm


class WithoutColons:
    """Before any form class."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"label_suffix": "", **options})


def without_colons(form: type[Any]) -> Any:
    """The same form class, with bare labels."""
    made: Any = type(form)  # the class that makes form classes
    return made(form.__name__, (WithoutColons, form), {})


class SignInForm(WithoutColons, AdminAuthenticationForm):
    """Django's, with bare labels."""
