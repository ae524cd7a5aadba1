"""账号, as administrators keep them. What a person may do is granted apart (授权)."""

from copy import copy
from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import User
from bulletins.editing.admin.answers import answer
from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import who
from bulletins.editing.forms.passwords import PasswordForm
from bulletins.permissions.accounts import save_account

admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(GrantedAdmin, UserAdmin):  # type: ignore[type-arg]  # takes none at run time
    list_display = ("username", "display_name", "office", answer("is_active", "启用"), "shown_demo")
    list_filter = ("is_active", "is_demo")
    search_fields = ("username", "display_name", "office", "email")
    readonly_fields = ("shown_demo", "last_login", "date_joined")
    filter_horizontal: ClassVar = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("个人", {"fields": ("display_name", "office", "email")}),
        ("登录", {"fields": ("is_active", "last_login", "date_joined", "shown_demo")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "display_name", "office", "password1", "password2")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).filter(is_system=False)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        save_account(obj, by=who(request))

    def user_change_password(self, request: HttpRequest, *which: Any, **named: Any) -> Any:
        """Django's page; by whom the password is set is known to its form."""
        mine = copy(self)
        mine.change_password_form = partial(PasswordForm, by=who(request))
        return UserAdmin.user_change_password(mine, request, *which, **named)

    @admin.display(description="演示账号", ordering="is_demo")
    def shown_demo(self, user: User) -> str:
        return "是" if user.is_demo else "否"
