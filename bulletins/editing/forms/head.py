"""The fields of an edition around its parts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from accounts.models import User
from bulletins.document.addresses import address
from bulletins.document.wording import FIELD_NAMES
from bulletins.drafting.head import Head
from bulletins.editing.forms.choosing import ChoosingForm
from bulletins.editing.forms.dates import clock_field, day_and_clock, day_field, end_of
from bulletins.editing.richtext import TextField
from bulletins.models import ChangeKind, Column, Edition
from bulletins.tagging import read_tags

LINES = (
    *("title", "subtitle", "list_title", "source", "source_address", "link_only_to"),
    *("document_number", "index_number", "issuing_body", "responsible_editor", "change_note"),
)
TEXTS = ("lead", "closing")
LONG = ("title", "change_note")
OFFERS = "admin:bulletins_edition"
ADDRESSES = ("source_address", "link_only_to")


class HeadForm(ChoosingForm):
    """Shows a Head and cleans to one; texts whose editor was not opened stay as they are."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    column = forms.ModelChoiceField(Column.objects.none(), label="栏目", empty_label=None)
    written_date = day_field("成文日期")
    closes_on = day_field("截止日期")
    closes_time = clock_field("截止时刻", says="不填为当日 24:00")
    tags = forms.CharField(
        label="标签",
        required=False,
        help_text="用顿号、逗号或分号隔开",
        widget=forms.TextInput(
            {
                "data-offers": reverse_lazy(f"{OFFERS}_tags"),
                "data-many": "、",
                "autocomplete": "off",
            }
        ),
    )
    change_kind = forms.ChoiceField(
        label="修改类别", required=False, choices=[("", "——"), *ChangeKind.choices]
    )

    def __init__(
        self, data: Any, *, head: Head, seen: int, columns: Iterable[Column], by: User
    ) -> None:
        super().__init__(data, prefix="head", initial=initial_of(head) | {"seen": seen})
        self.head = head
        for name in LINES:
            self.fields[name] = _line(name)
        self.fields["source"].widget.attrs["data-offers"] = reverse_lazy(f"{OFFERS}_sources")
        for name in TEXTS:
            self.fields[name] = TextField(by=by, label=FIELD_NAMES[name])
        choice = self.fields["column"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = Column.objects.filter(pk__in=[column.pk for column in columns])

    def clean_tags(self) -> tuple[str, ...]:
        return tuple(read_tags(self.cleaned_data["tags"]))

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for name in ADDRESSES:
            if said.get(name) and not address(said[name]):
                self.add_error(name, "这不是可用的网址：请写成 https://www.example.cn/… 的样子")
        if said.get("closes_time") and not said.get("closes_on"):
            self.add_error("closes_on", "写了截止时刻，没有写日期：请补上日期")
        try:
            end_of(said.get("closes_on"), said.get("closes_time"))
        except ValidationError as error:
            self.add_error("closes_on", error)
        return said

    def saw(self, before: int, now: int) -> None:
        """Her own step from one revision to the next is nothing that others did."""
        name = self.add_prefix("seen")
        if self.data.get(name) == str(before):
            self.data = dict(self.data.items()) | {name: str(now)}

    def wanted(self) -> Head:
        """The head as it should be; attachments are not this form's.

        A field that was filled in wrongly is as it stands.
        """
        said = self._standing() | self.cleaned_data
        texts = {name: said[name] for name in TEXTS if self.add_prefix(name) in self.data}
        document = replace(
            self.head.document,
            **{name: said[name] for name in (*LINES, "written_date", "tags")},
            **texts,
            closes_at=self._closes_at(),
        )
        return Head(document, said["column"], said["change_kind"])

    def _standing(self) -> dict[str, Any]:
        stands = initial_of(self.head)
        return stands | {"column": self.head.column, "tags": self.head.document.tags}

    def _closes_at(self) -> datetime | None:
        said = self.cleaned_data
        if not {"closes_on", "closes_time"} <= said.keys():
            return self.head.document.closes_at
        return end_of(said["closes_on"], said["closes_time"])


def _line(name: str) -> forms.CharField:
    most = getattr(Edition._meta.get_field(name), "max_length", None)
    line = forms.CharField(label=FIELD_NAMES[name], required=False, max_length=most)
    if name in LONG:
        line.widget = forms.Textarea({"rows": 2, "maxlength": most})
    return line


def initial_of(head: Head) -> dict[str, Any]:
    """What the form shows of a head, by field name."""
    document = head.document
    closes = day_and_clock(document.closes_at)
    return {
        **{name: getattr(document, name) for name in (*LINES, *TEXTS, "written_date")},
        "column": head.column.pk,
        "change_kind": head.change_kind,
        "tags": "、".join(document.tags),
        "closes_on": closes[0],
        "closes_time": closes[1],
    }
