"""页面核对: pages of which readers get something else than they should."""

from bulletins.models import PageAlarm, Role
from bulletins.permissions import Scope

WHO = (Role.DESK, Role.FINAL_REVIEWER, Role.ADMINISTRATOR)
SHOWN, MACHINES = 20, 8


def alarms_of(scope: Scope) -> list[PageAlarm]:
    """Each address once, as it was first found on some machine; none for who can do nothing.

    One query.
    """
    if not scope.anywhere(*WHO):
        return []
    found: dict[str, PageAlarm] = {}
    for alarm in PageAlarm.objects.all()[: SHOWN * MACHINES]:
        found.setdefault(alarm.address, alarm)
    return list(found.values())[:SHOWN]
