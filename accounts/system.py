"""Accounts that are nobody: what the site or its shell does is written to their name."""

from accounts.models import User

NAMES = {"shell": "命令行", "timetable": "定时任务"}


def system_user(name: str) -> User:
    """The account of that name ("shell", "timetable"), made the first time; it has no password."""
    user, _ = User.objects.get_or_create(
        username=f"system-{name}",
        defaults={
            "display_name": NAMES[name],
            "is_system": True,
            "is_active": False,
            "password": "!",
        },
    )
    return user
