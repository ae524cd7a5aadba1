"""For whom a preview link is, and for how long."""

from typing import Any

from django import forms

from bulletins.models import Edition
from bulletins.previews import DAYS, MOST_DAYS


class PreviewLinkForm(forms.Form):
    """changes: of the page that was looked at, so that nobody gives away what she has not seen."""

    changes = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    note = forms.CharField(label="给谁看（可不填）", max_length=60, required=False)
    days = forms.IntegerField(
        label="有效天数",
        min_value=1,
        max_value=MOST_DAYS,
        initial=DAYS,
        help_text=f"最多 {MOST_DAYS} 天",
        error_messages={"invalid": f"请填 1 到 {MOST_DAYS} 的整数"},
    )

    def __init__(self, data: Any = None, *, edition: Edition) -> None:
        super().__init__(data, initial={"changes": edition.changes}, label_suffix="")

    def facts(self) -> dict[str, Any]:
        """Keyword arguments for ``make_link``."""
        return dict(self.cleaned_data)
