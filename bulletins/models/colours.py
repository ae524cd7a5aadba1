"""Colours of the site's own: whether they can be read, and what stands for them in the dark."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

COLOUR = re.compile(r"#[0-9a-f]{6}")
HEX = RegexValidator(r"^#[0-9a-f]{6}\Z", "颜色写成 #8f2a20 的样子：# 后面六位小写的十六进制数")
LEAST = 4.5  # WCAG 2.2, 1.4.3
LIGHT = {"浅色页面": "#fdfcf9", "浅色页面的底纹": "#f4f1ea"}  # --paper and --wash of site.css
DARK = {"深色页面": "#181715", "深色页面的底纹": "#23211d"}
WANTED = 6.0  # of a colour that is worked out
WHITE = (255, 255, 255)


def ratio(one: str, other: str) -> float:
    """How far apart two colours are for the eye: 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def told(colour: str, grounds: dict[str, str]) -> str:
    """与浅色页面的对比度是 8.1，与浅色页面的底纹是 7.4（至少要 4.5）."""
    (page, first), (wash, second) = ((name, ratio(colour, one)) for name, one in grounds.items())
    return f"与{page}的对比度是 {first:.1f}，与{wash}是 {second:.1f}（至少要 {LEAST}）"


def validate_readable(colour: str, grounds: dict[str, str]) -> None:
    """Raises ValidationError, naming the ratio, where text of that colour is hard to read there."""
    if any(ratio(colour, ground) < LEAST for ground in grounds.values()):
        change = "深" if grounds is LIGHT else "浅"
        raise ValidationError(f"{colour} 看不清：{told(colour, grounds)}。请选{change}一些的颜色")


def on_dark(colour: str) -> str:
    """The same hue, as light as dark pages need it: mixed with white step by step."""
    return next(
        one for one in _lighter(colour) if all(ratio(one, each) >= WANTED for each in DARK.values())
    )


def _lighter(colour: str) -> Iterator[str]:
    for step in range(21):
        mixed = (
            own + (white - own) * step / 20 for own, white in zip(_rgb(colour), WHITE, strict=True)
        )
        yield "#" + "".join(f"{round(one):02x}" for one in mixed)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(one / 255) for one in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
