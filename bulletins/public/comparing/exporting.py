"""A comparison as a spreadsheet: a row for each subject."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings

from bulletins.public.comparing.glance import Glance, Line
from bulletins.public.comparing.result import Result
from bulletins.public.comparing.table import Passage, Row
from bulletins.public.comparing.voices import Voice
from bulletins.public.comparing.years import Side, Step
from bulletins.spreadsheets import Cell, Spreadsheet

SILENT = "未提及"


def sheet_of(result: Result) -> Spreadsheet:
    """Of a result that can be saved."""
    make = {"side": _side, "years": _years, "bulletin": _glance}[result.kind]
    return make(result.said)


def _side(said: Mapping[str, Any]) -> Spreadsheet:
    voices: Sequence[Voice] = said["voices"]
    rows: Sequence[Row] = said["rows"]
    heads = ["主题"]
    for voice in voices:
        heads += [voice.name, f"{voice.name} 相近度（%）", f"{voice.name} 原文"]
    return Spreadsheet("比较", heads, map(_row, rows))


def _row(row: Row) -> list[Cell]:
    cells: list[Cell] = [row.name]
    for cell in row.cells:
        cells += [
            "\n\n".join(map(_text, cell.passages)) or SILENT,
            max((one.percent for one in cell.passages if one.percent is not None), default=None),
            "\n".join(f"{settings.SITE_URL}{one.address}" for one in cell.passages),
        ]
    return cells


def _text(one: Passage) -> str:
    return f"{one.label}{one.heading}\n{one.text}".strip()


def _years(said: Mapping[str, Any]) -> Spreadsheet:
    steps: Sequence[Step] = said["steps"]
    old, new = [one.year for one in said["choices"]]
    heads = ["变化", f"{old}年", f"{new}年", "相近度（%）", f"{old}年原文", f"{new}年原文"]
    return Spreadsheet("比较", heads, map(_step, steps))


def _step(step: Step) -> list[Cell]:
    texts = ["\n\n".join(_text(one.passage) for one in side) or SILENT for side in _sides(step)]
    places = [
        "\n".join(f"{settings.SITE_URL}{one.passage.address}" for one in side)
        for side in _sides(step)
    ]
    return [step.said, *texts, step.percent, *places]


def _sides(step: Step) -> Iterator[tuple[Side, ...]]:
    yield from (step.before, step.after)


def _glance(said: Mapping[str, Any]) -> Spreadsheet:
    seen: Glance = said["glance"]
    return Spreadsheet(
        "各地区写了什么",
        ["主题", "写到的地区数", "写到的地区", "未提及的地区"],
        map(_line, [*seen.shared, *seen.own]),
    )


def _line(line: Line) -> list[Cell]:
    speak = "、".join(one.voice.name for one in line.mentions)
    return [line.name, len(line.mentions), speak, "、".join(one.name for one in line.silent)]
