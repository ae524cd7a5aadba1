"""The regions of one bulletin: all at a glance, or those that were chosen side by side."""

from datetime import datetime
from typing import Any

from bulletins.models import Edition
from bulletins.public.comparing.asking import UNREADABLE, Asked, complaint_of_regions
from bulletins.public.comparing.glance import glance
from bulletins.public.comparing.mentions import mentions
from bulletins.public.comparing.result import Result
from bulletins.public.comparing.table import side_by_side, with_gaps
from bulletins.public.comparing.voices import Voice, parts_of, regions_in, voices_of
from bulletins.public.live import live_edition

NOT_IN_IT = "选中的地区里有这期信息没有写到的，没有采用。"


def bulletin(found: Asked, now: datetime) -> Result:
    """Raises NotPublic."""
    edition, _ = live_edition(found.article, now)
    parts = [] if edition.link_only_to else parts_of(edition)
    offered = regions_in(parts)
    known = {code for code, _ in offered}
    wanted = found._replace(regions=tuple(code for code in found.regions if code in known))
    problem = complaint_of_regions(wanted) if found.regions else ""
    problem = problem or (UNREADABLE if found.odd else "")
    said = {"edition": edition, "offered": offered, "chosen": wanted.regions, "problem": problem}
    if found.regions and not complaint_of_regions(wanted):
        voices = _in_order(voices_of(edition, parts, wanted.regions), wanted.regions)
        said["problem"] = NOT_IN_IT if len(wanted.regions) < len(found.regions) else problem
        return _chosen(edition, voices, said)
    return _all(found, edition, voices_of(edition, parts, known), said)


def _in_order(voices: list[Voice], codes: tuple[str, ...]) -> list[Voice]:
    """As they stand in the bulletin, whatever the order in the address."""
    return [voice for voice in voices if voice.code in codes]


def _chosen(edition: Edition, voices: list[Voice], said: dict[str, Any]) -> Result:
    rows = side_by_side(voices)
    said |= {"voices": voices, "rows": rows, "gaps": with_gaps(rows)}
    return Result("side", said, f"比较 {edition.title}")


def _all(found: Asked, edition: Edition, voices: list[Voice], said: dict[str, Any]) -> Result:
    about = mentions(found.about, voices) if found.about else None
    seen = glance(voices) if len(voices) > 1 else None
    name = f"各地区写了什么 {edition.title}" if seen and not said["problem"] else ""
    return Result("bulletin", {**said, "voices": voices, "about": about, "glance": seen}, name)
