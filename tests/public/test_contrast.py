"""The map's steps of colour: names and numbers on them can be read, in light, dark and 长者版."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from bulletins.models.colours import DARK, LEAST, LIGHT, ratio

Tokens = dict[str, str]


def sheet(name: str) -> str:
    return Path(str(finders.find(f"public/{name}.css"))).read_text(encoding="utf-8")


def blocks(css: str) -> list[Tokens]:
    """The colours that each rule sets which sets --paper: light, then dark."""
    rules = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", css)
    found = (re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", rule) for rule in rules)
    return [{name: _long(value) for name, value in rule} for rule in found]


def _long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(one * 2 for one in colour[1:])


def looks() -> list[Tokens]:
    light, dark = blocks(sheet("site"))
    elder, elder_dark = blocks(sheet("reading"))
    return [light, light | dark, light | elder, light | dark | elder_dark]


def mixed(colour: str, paper: str, share: int) -> str:
    pairs = ((int(colour[n : n + 2], 16), int(paper[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round((a * share + b * (100 - share)) / 100):02x}" for a, b in pairs)


@pytest.mark.parametrize("look", range(4))
def test_every_step_of_the_map_can_be_read(look: int) -> None:
    tokens = looks()[look]
    shares = [int(one) for one in re.findall(r"var\(--accent\) (\d+)%", sheet("map"))]
    assert shares == sorted(shares)
    assert len(shares) == 3
    for share in shares:
        tile = mixed(tokens["accent"], tokens["paper"], share)
        assert ratio(tokens["ink"], tile) >= LEAST, share
    assert ratio(tokens["on-accent"], tokens["accent"]) >= LEAST
    assert ratio(tokens["soft"], tokens["paper"]) >= LEAST


def test_colours_are_checked_against_the_pages_that_there_are() -> None:
    light, dark = blocks(sheet("site"))
    assert list(LIGHT.values()) == [light["paper"], light["wash"]]
    assert list(DARK.values()) == [dark["paper"], dark["wash"]]
