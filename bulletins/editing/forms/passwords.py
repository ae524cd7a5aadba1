"""A password typed twice; it is set by the domain, which says so in the audit chain."""

from typing import TYPE_CHECKING, Any

from django.contrib.admin.forms import AdminPasswordChangeForm as OwnChangeForm
from django.contrib.auth.forms import AdminPasswordChangeForm

from accounts.models import User
from bulletins.editing.forms.plain import WithoutColons
from bulletins.permissions.accounts import set_password

if TYPE_CHECKING:
    AnyonesChangeForm = AdminPasswordChangeForm[User]
else:
    AnyonesChangeForm = AdminPasswordChangeForm


class OwnPasswordForm(WithoutColons, OwnChangeForm):
    """Her own: asks for the old one first."""

    def save(self, commit: bool = True) -> Any:
        set_password(self.user, self.cleaned_data["new_password1"], by=self.user)
        return self.user


class PasswordForm(WithoutColons, AnyonesChangeForm):
    """A colleague's, by an administrator. There is no other way to sign in than by password."""

    def __init__(self, user: User, *arguments: Any, by: User, **options: Any) -> None:
        super().__init__(user, *arguments, **options)
        self.by = by
        self.fields.pop("usable_password", None)
        for name in ("password1", "password2"):
            self.fields[name].required = True

    def save(self, commit: bool = True) -> Any:
        set_password(self.user, self.cleaned_data["password1"], by=self.by)
        return self.user
