"""Pictures of the demo, drawn on the spot: plain charts and landscapes, without any letter.

What they show is told by their alt texts; no font of the machine is needed.
"""

import io
import math
import random
from collections.abc import Sequence
from itertools import cycle

from PIL import Image, ImageDraw

SIZE = (1200, 640)
PAPER, INK, FAINT, LINE = "#faf8f3", "#2f5d50", "#a9c4b9", "#d8d2c4"
MARGIN = 70


def draw(said: str) -> bytes:
    """ "柱图 12 30", "对比 6 15 9 18" (pairs), "折线 3 5 9" or "山水 7" (a seed) as PNG."""
    kind, *numbers = said.split()
    image = Image.new("RGB", SIZE, PAPER)
    DRAWERS[kind](ImageDraw.Draw(image), [int(number) for number in numbers])
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _bars(pen: ImageDraw.ImageDraw, values: Sequence[int]) -> None:
    _columns(pen, values, [INK])


def _pairs(pen: ImageDraw.ImageDraw, values: Sequence[int]) -> None:
    """Before and after, side by side."""
    _columns(pen, values, [FAINT, INK])


def _columns(pen: ImageDraw.ImageDraw, values: Sequence[int], colours: Sequence[str]) -> None:
    _axes(pen)
    step = (SIZE[0] - 2 * MARGIN) / len(values)
    for index, (value, colour) in enumerate(zip(values, cycle(colours), strict=False)):
        left, top = MARGIN + step * (index + 0.2), _height(value, values)
        pen.rectangle((left, top, left + step * 0.6, SIZE[1] - MARGIN), fill=colour)
        pen.text((left + step * 0.3, top - 8), str(value), INK, anchor="mb", font_size=44)


def _curve(pen: ImageDraw.ImageDraw, values: Sequence[int]) -> None:
    _axes(pen)
    step = (SIZE[0] - 2 * MARGIN) / len(values)
    points = [
        (MARGIN + step * (index + 0.5), _height(value, values))
        for index, value in enumerate(values)
    ]
    pen.line(points, fill=INK, width=6, joint="curve")
    for (x, y), value in zip(points, values, strict=True):
        pen.ellipse((x - 11, y - 11, x + 11, y + 11), fill=PAPER, outline=INK, width=6)
        pen.text((x, y - 20), str(value), INK, anchor="mb", font_size=44)


def _height(value: int, values: Sequence[int]) -> float:
    return SIZE[1] - MARGIN - (SIZE[1] - 3 * MARGIN) * value / max(values)


def _axes(pen: ImageDraw.ImageDraw) -> None:
    for part in range(5):
        y = SIZE[1] - MARGIN - (SIZE[1] - 3 * MARGIN) * part / 4
        pen.line((MARGIN, y, SIZE[0] - MARGIN, y), fill=INK if part == 0 else LINE, width=3)


def _landscape(pen: ImageDraw.ImageDraw, values: Sequence[int]) -> None:
    """A sun and three ranges of hills, each nearer and darker; the same seed, the same hills."""
    luck = random.Random(values[0])  # noqa: S311  a landscape, not a secret
    x, y = luck.randrange(200, 1000), luck.randrange(110, 200)
    pen.ellipse((x - 55, y - 55, x + 55, y + 55), fill="#d9a441")
    for index, colour in enumerate(("#c4d3ca", "#8fb3a5", "#4f7f70", INK)):
        base, phase = 330 + index * 80, luck.uniform(0, 6)
        ridge = [
            (x, base - 70 * math.sin(x / 190 + phase) - 25 * math.sin(x / 61 + phase * 2))
            for x in range(0, SIZE[0] + 20, 20)
        ]
        pen.polygon([(0, SIZE[1]), *ridge, (SIZE[0], SIZE[1])], fill=colour)


DRAWERS = {"柱图": _bars, "对比": _pairs, "折线": _curve, "山水": _landscape}
