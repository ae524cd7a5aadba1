"""A manifest against what the site says now: what is missing, stale, or should be gone."""

from collections.abc import Iterator

from django.utils import timezone

from bulletins.document.wording import spoken
from bulletins.pages.export.manifest import Manifest
from bulletins.pages.export.plan import Plan
from bulletins.pages.export.verifying.faults import Fault, Kind

OVER = "有效到{}，已经过了：其间有内容到点公开、截止，或天数要变"
OTHER_PROGRAM = "程序、模板、栏目或网站设置在导出以后变过：页面都要重做"
NOT_THERE = "网站上有，导出里没有"
NOT_ANY_MORE = "网站上已经没有"
WITHDRAWN = "已撤下或不再公开，导出里还有"
CHANGED = "导出以后变过"


def manifest_faults(manifest: Manifest, plan: Plan, where: str) -> Iterator[Fault]:
    """where: what the manifest is called."""
    if timezone.now() >= manifest.valid_until:
        yield Fault(Kind.STALE, where, OVER.format(spoken(manifest.valid_until)))
    same_program = manifest.generation == plan.generation
    if not same_program:
        yield Fault(Kind.STALE, where, OTHER_PROGRAM)
    yield from _left_over(manifest, plan)
    for address, wanted in (*plan.wanted.items(), *plan.gone.items()):
        kept = manifest.files.get(address)
        if kept is None:
            if address not in manifest.left_out:
                yield Fault(Kind.MISSING, address, NOT_THERE)
        elif same_program and kept.key != wanted.key:
            yield Fault(Kind.STALE, address, CHANGED)


def _left_over(manifest: Manifest, plan: Plan) -> Iterator[Fault]:
    for address, kept in manifest.files.items():
        if not address.startswith("/") or not kept.path:
            continue
        if address in plan.gone and kept.status == 200:
            yield Fault(Kind.LEFT_OVER, address, WITHDRAWN)
        elif address not in plan.wanted and address not in plan.gone:
            yield Fault(Kind.LEFT_OVER, address, NOT_ANY_MORE)
