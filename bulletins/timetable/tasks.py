"""The tasks in their order, and one run of all of them."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from bulletins.mailing.sending import send_due
from bulletins.reporting.forgetting import forget_contacts
from bulletins.timetable.asked import keep_asked
from bulletins.timetable.erasings import finish_erasings
from bulletins.timetable.file_texts import read_file_texts
from bulletins.timetable.kept_pdf import sweep_pdf
from bulletins.timetable.late_reviews import remind_of_late_reviews
from bulletins.timetable.pages import keep_store
from bulletins.timetable.reports import remind_of_reports
from bulletins.timetable.search import keep_search
from bulletins.timetable.validity import remind_of_validity

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """run: does what is due, item by item; yields since when each was due."""

    name: str
    label: str
    run: Callable[[], Iterator[datetime]]


@dataclass(frozen=True, slots=True)
class Report:
    """late: of the item that had waited longest. problem: why the task broke off, or ""."""

    task: Task
    done: int
    late: timedelta
    problem: str = ""

    def __str__(self) -> str:
        waited = f"，最晚的迟了 {_spoken(self.late)}" if self.done else ""
        broke = f"，中断：{self.problem}" if self.problem else ""
        return f"{self.task.label}：{self.done} 件{waited}{broke}"


TASKS = (
    Task("late_reviews", "补审提醒", remind_of_late_reviews),
    Task("validity", "有效性复查提醒", remind_of_validity),
    Task("reports", "纠错逾期提醒", remind_of_reports),
    Task("messages", "邮件和办公消息", send_due),
    Task("erasings", "清除余项", finish_erasings),
    Task("pdf", "过期的 PDF", sweep_pdf),
    Task("file_texts", "附件文字版", read_file_texts),
    Task("search", "检索索引", keep_search),
    Task("contacts", "删去纠错联系方式", forget_contacts),
    Task("asked", "检索记录", keep_asked),
    Task("pages", "页面库", keep_store),
)


def run_due() -> list[Report]:
    """Everything that is due now; a task that breaks off does not keep the next from running."""
    return [_run(task) for task in TASKS]


def _run(task: Task) -> Report:
    done, late = 0, timedelta()
    try:
        for since in task.run():
            done, late = done + 1, max(late, timezone.now() - since)
    except Exception as problem:  # whatever it is: it is said, logged, and tried again next time
        log.exception("Task %s broke off", task.name)
        return Report(task, done, late, type(problem).__name__)
    return Report(task, done, late)


def _spoken(late: timedelta) -> str:
    minutes = int(late.total_seconds()) // 60
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return f"{days} 天 {hours} 小时"
    return f"{hours} 小时 {minutes % 60} 分钟" if hours else f"{minutes} 分钟"
