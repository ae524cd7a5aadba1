"""A person of the office."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person with an account: how she is called on screen, and the office she works in."""

    display_name = models.CharField("姓名", max_length=50, blank=True)
    office = models.CharField("单位", max_length=100, blank=True)
    # Her own choice; nothing is sent where there is no address, or no mail server
    mails = models.BooleanField("收邮件", default=True)
    is_demo = models.BooleanField("演示账号", default=False, editable=False)
    # Not a person: the timetable, the command line. Such an account cannot sign in.
    is_system = models.BooleanField("系统账号", default=False, editable=False)

    class Meta:
        verbose_name = "账号"
        verbose_name_plural = "账号"

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_full_name(self) -> str:
        """A Chinese name is one word: Django's first and last name stay empty."""
        return str(self)

    def get_short_name(self) -> str:
        return str(self)
