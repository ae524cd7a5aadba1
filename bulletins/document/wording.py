"""How fields are called and dates are spoken on a page, in a file, in a comparison."""

from datetime import date, datetime, time, timedelta, timezone

BEIJING = timezone(timedelta(hours=8), "北京时间")

FIELD_NAMES = {
    "title": "标题",
    "subtitle": "副标题",
    "list_title": "列表标题",
    "published_date": "发布日期",
    "published_time": "发布时间",
    "written_date": "成文日期",
    "source": "来源",
    "source_address": "来源链接",
    "link_only_to": "标题链接",
    "document_number": "文号",
    "index_number": "索引号",
    "issuing_body": "发文机关",
    "responsible_editor": "责任编辑",
    "column": "栏目",
    "lead": "前言",
    "closing": "落款",
    "attachments": "附件",
    "tags": "标签",
    "closes_at": "截止时间",
    "change_note": "修改说明",
}


def by_number(number: int | None) -> str:
    """What an article is called where its title is not told: in feeds, in messages."""
    return f"第 {number} 号信息"


def midnight(day: date) -> datetime:
    """The first moment of a day in Beijing."""
    return datetime.combine(day, time(), BEIJING)


def year_span(year: int) -> tuple[datetime, datetime]:
    """The first moment of a year in Beijing, and that of the next."""
    return midnight(date(year, 1, 1)), midnight(date(year + 1, 1, 1))


def day(value: date) -> str:
    """2021年3月15日: Arabic digits without padding (GB/T 9704-2012, 7.3.5.4)."""
    return f"{value.year}年{value.month}月{value.day}日"


def published(value: date | None, at: time | None) -> str:
    """2021-03-15 09:13, as the head of a page prints it; "" without a date."""
    if value is None:
        return ""
    return f"{value.isoformat()} {at:%H:%M}" if at else value.isoformat()


def spoken(moment: datetime) -> str:
    """2021年3月15日09:13 in Beijing."""
    local = moment.astimezone(BEIJING)
    return f"{day(local.date())}{local:%H:%M}"


def day_of(moment: datetime) -> str:
    """2021-03-15 in Beijing, as lists print it."""
    return f"{moment.astimezone(BEIJING):%Y-%m-%d}"


def minute(moment: datetime) -> str:
    """2021-03-15 09:13 in Beijing, as the head of a page prints it."""
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M}"


def iso(moment: datetime | None) -> str:
    """2021-03-15T09:13:00+08:00: for programs; "" for none."""
    return moment.astimezone(BEIJING).isoformat(timespec="seconds") if moment else ""


def deadline(moment: datetime) -> str:
    """2021年3月15日24:00 in Beijing."""
    on, at = day_and_hour(moment)
    return f"{day(on)}{at}"


def day_and_hour(moment: datetime) -> tuple[date, str]:
    """Of what ends then, in Beijing: a day ends at its own 24:00, not at 0:00 of the next."""
    local = moment.astimezone(BEIJING)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return local.date() - timedelta(days=1), "24:00"
    return local.date(), f"{local:%H:%M}"
