"""What must run: reminders, messages. What readers see needs none of it.

``manage.py run_due`` runs it; each item is a transaction of its own, so a second runner, on this
machine or another, does nothing twice, and what was missed is done at the next run.
"""

from bulletins.timetable.tasks import TASKS, Task, run_due

__all__ = ["TASKS", "Task", "run_due"]
