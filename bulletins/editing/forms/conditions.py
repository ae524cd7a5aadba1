"""What a list of editions is narrowed down by: region, tag, person, from one day to another."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from bulletins.editing.forms.regions import RegionField

YEARS = range(1900, 9999)  # whose days any database can compare


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ConditionsForm(forms.Form):
    """Every field may stay empty; what stands in one narrows the list."""

    region = RegionField(label="地区")
    tag = forms.CharField(label="标签", required=False, max_length=100)
    person = forms.CharField(label="人员", required=False, max_length=150)
    since = forms.DateField(label="改动自", required=False, widget=DayInput)
    until = forms.DateField(label="改动至", required=False, widget=DayInput)

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data, auto_id="condition-%s", label_suffix="")
        self.fields["person"].widget.attrs["placeholder"] = "姓名或账号"

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        if any(day.year not in YEARS for day in (since, until) if day):
            raise ValidationError("日期不对：请重新填写")
        if since and until and since > until:
            raise ValidationError("起始日期晚于结束日期：请改正")
        return said
