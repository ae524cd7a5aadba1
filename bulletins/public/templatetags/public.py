"""What public templates say: moments in Beijing time, the printed body."""

from collections.abc import Hashable
from datetime import datetime

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from bulletins.document import wording
from bulletins.document.sanitise import clean
from bulletins.public import lines, pages
from bulletins.public.paths import path_of
from bulletins.public.qr import qr
from bulletins.public.search.marking import marked

register = template.Library()
register.simple_tag(lines.lines)
register.simple_tag(lines.short_lines)
register.simple_tag(lines.ending_lines)
register.simple_tag(lines.counted_lines)
register.simple_tag(lines.jump_lines)
register.simple_tag(lines.tag_lines)
register.simple_tag(path_of)
register.simple_tag(lines.neighbour_lines)
register.simple_tag(lines.feeds)
register.simple_tag(lines.turning)
register.simple_tag(qr)
register.filter(marked)


@register.filter
def minute(moment: datetime | None) -> str:
    """2021-03-15 09:13, in Beijing."""
    return wording.minute(moment) if moment else ""


@register.filter
def moment(at: datetime | None) -> str:
    """2021-03-15T09:13:00+08:00: for programs; Django's own spelling of it takes far longer."""
    return wording.iso(at)


@register.filter
def spoken(moment: datetime) -> str:
    """2021年3月15日09:13, in Beijing, as it stands in a sentence."""
    return wording.spoken(moment)


@register.filter
def until(moment: datetime) -> str:
    """2021年3月15日24:00."""
    return wording.deadline(moment)


@register.filter
def printed(html: str) -> SafeString:
    """A body that ``rendering`` wrote from sanitised texts."""
    return mark_safe(html)  # noqa: S308  write_body spells sanitised bodies only


@register.filter
def sanitised(html: str) -> SafeString:
    return mark_safe(clean(html))  # noqa: S308  the sanitiser is what makes it safe


@register.simple_tag(takes_context=True)
def piece(context: Context, name: str) -> SafeString:
    """A piece of furniture from ``public/pieces``."""
    return pages.piece(name, context)


@register.simple_tag
def made_of(name: str, **rows: Hashable) -> SafeString:
    """A piece that is made of rows of a list, and is the same wherever they are."""
    return pages.made_of(name, **rows)
