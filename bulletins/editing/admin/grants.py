"""授权: given and taken back, never changed in place."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import ForeignKey
from django.forms import ModelChoiceField
from django.http import HttpRequest

from accounts.models import User
from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import who
from bulletins.models import Grant, Role
from bulletins.permissions.granting import give, take_back

if TYPE_CHECKING:
    Choice = ModelChoiceField[User]
else:
    Choice = ModelChoiceField


class AccountChoice(Choice):
    """林晓（信息中心，lin）: two people may have one name."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj}（{'，'.join(filter(None, (obj.office, obj.username)))}）"


@admin.register(Grant)
class GrantAdmin(GrantedAdmin):
    removers = (Role.ADMINISTRATOR,)
    list_display = (
        "user",
        "role",
        "column",
        "region",
        "created_at",
    )
    list_filter = (
        "role",
        "column",
    )
    list_select_related = (
        "user",
        "column",
        "region",
    )
    search_fields = (
        "user__username",
        "user__display_name",
    )
    names_regions = True

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **options: Any
    ) -> Any:
        if db_field.name == "user":
            people = User.objects.filter(is_system=False, is_active=True)
            options |= {"queryset": people, "form_class": AccountChoice}
        return super().formfield_for_foreignkey(db_field, request, **options)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Grant, form: Any, change: bool) -> None:
        give(obj, by=who(request))

    def delete_model(self, request: HttpRequest, obj: Grant) -> None:
        take_back(obj, by=who(request))
