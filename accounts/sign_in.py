"""Who may sign in, and with what."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.password_validation import MinimumLengthValidator

from accounts.models import User


class PasswordBackend(ModelBackend):
    """Name and password, as Django does it; demo accounts only where the site is this machine's."""

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        demo = getattr(user, "is_demo", False)
        return super().user_can_authenticate(user) and (settings.DEMO_ACCOUNTS or not demo)


class LongEnough(MinimumLengthValidator):
    """Django's, in Chinese: its own sentence was never translated."""

    def get_error_message(self) -> str:
        return f"密码太短：至少要 {self.min_length} 个字符"
