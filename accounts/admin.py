"""The accounts page of the admin."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from accounts.models import User


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]  # takes none at run time
    list_display = ("username", "display_name", "office", "is_active", "is_staff", "is_demo")
    list_filter = ("is_active", "is_staff", "is_superuser", "is_demo")
    search_fields = ("username", "display_name", "office", "email")
    readonly_fields = ("is_demo",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("个人", {"fields": ("display_name", "office", "email")}),
        (
            "权限",
            {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
        ),
        ("时间", {"fields": ("last_login", "date_joined")}),
        ("演示", {"fields": ("is_demo",)}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "display_name", "office", "password1", "password2")}),
    )
