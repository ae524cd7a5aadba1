"""What came in, and what an editor corrects of how it was understood."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from bulletins.document.corrections import CLAUSE, PART, TEXT, Choice, Item
from bulletins.document.markers import read_marker
from bulletins.document.plain import bare
from bulletins.editing.forms.regions import read_region

KINDS = {
    PART: "地区",
    "1": "一、级标题",
    "2": "（一）级标题",
    "3": "1. 级标题",
    "4": "（1）级标题",
    "0": "无编号标题",
    CLAUSE: "条款",
    TEXT: "正文",
}
SHORT = 60  # characters: a longer paragraph without a number is no heading


class ImportForm(forms.Form):
    """A file, or a paste: its text, and its HTML where the browser had any."""

    file = forms.FileField(label="文件（.docx、网页或文本）", required=False)
    text = forms.CharField(
        label="或者粘贴",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 10, "autofocus": True}),
    )
    html = forms.CharField(
        required=False, strip=False, widget=forms.HiddenInput({"data-typed-too": ""})
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not (said.get("file") or said.get("text", "").strip() or said.get("html", "").strip()):
            raise ValidationError("请选择文件，或把内容粘贴到框中")
        return said


@dataclass
class Line:
    """One line of the confirm page. notices: what is doubtful about it. region_name: typed."""

    item: Item
    region_name: str = ""
    notices: list[str] = field(default_factory=list)
    error: str = ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether it might be something else: a long paragraph without a number is text."""
        text = self.item.text
        return self.item.kind != TEXT or len(text) <= SHORT or read_marker(text) is not None

    @property
    def kinds(self) -> Iterator[tuple[str, str, bool]]:
        """Name, words and whether it is the present one, for each kind that makes sense."""
        for name, words in KINDS.items():
            if name != CLAUSE or self.item.kind == CLAUSE:
                yield name, words, name == self.item.kind


def place_notices(lines: list[Line], notices: list[list[Any]]) -> list[str]:
    """Put each notice to the line it is about; out come those about the whole."""
    texts = [bare(line.item.label + line.item.text) for line in lines]
    left = []
    for _, _, message, shown in notices:
        wanted = bare(shown)[:SHORT]
        found = next((i for i, text in enumerate(texts) if wanted and _same(text, wanted)), None)
        if found is None:
            left.append(message)
        else:
            lines[found].notices.append(message)
    return left


def _same(text: str, wanted: str) -> bool:
    """A source's line may have lost its number, or gone on behind a heading."""
    return bool(text) and (text.startswith(wanted) or wanted.startswith(text) or wanted in text)


def read_choices(lines: list[Line], data: Any) -> dict[int, Choice]:
    """What was chosen differently; a region that cannot be read is an error of its line."""
    choices = {}
    for line in lines:
        item = line.item
        kind = data.get(f"kind-{item.index}", item.kind)
        if kind not in KINDS:
            continue
        region, typed = item.region, data.get(f"region-{item.index}", "").strip()
        if kind == PART and typed != line.region_name:
            region = _region(line, typed)
        if kind != item.kind or region != item.region:
            choices[item.index] = Choice(kind, region)
    return choices


def _region(line: Line, typed: str) -> str | None:
    try:
        return read_region(typed) if typed else None
    except ValidationError as problem:
        line.error, line.region_name = "；".join(problem.messages), typed
        return line.item.region
