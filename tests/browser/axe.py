"""What axe finds on a page (WCAG 2.2 A and AA rules among others), and whether it fits its window."""

from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (360, 1280)
LOADED = "typeof axe !== 'undefined'"
RUN = """axe.run(document, {resultTypes: ["violations"], preload: false})
    .then(found => found.violations)"""


def faults(page: "Page") -> list[str]:
    """What axe calls serious or critical, with the element."""
    if not page.evaluate(LOADED):
        page.evaluate(AXE_SCRIPT)
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in page.evaluate(RUN)
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def hindrances(page: "Page") -> list[str]:
    """The same on a telephone and at a desk, and by how much the page is too wide there."""
    before, found = page.viewport_size, []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {fault}" for fault in faults(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{width}: {wide} px"] * (wide > width)
    if before:
        page.set_viewport_size(before)
    return found
