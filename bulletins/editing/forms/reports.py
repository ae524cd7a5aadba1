"""What the page of a report asks: an answer, or why it is not gone into."""

from typing import Any

from django import forms

from bulletins.models import Dismissal, ErrorReport
from bulletins.reporting.answering import LONGEST

SAYS = "凭回执号的人都能看到。不写读者的姓名、电话和原话；改了什么，说清楚"


class SeenForm(forms.Form):
    """seen: the revision that was on the page."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, report: ErrorReport) -> None:
        super().__init__(data, initial={"seen": report.revision, "answer": report.answer})


class AnswerForm(SeenForm):
    answer = forms.CharField(
        label="公开答复",
        max_length=LONGEST,
        help_text=SAYS,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": "请写明答复：读者凭回执号看到的就是这段话"},
    )


class DismissForm(SeenForm):
    reason = forms.ChoiceField(
        label="原因（读者看得到）",
        choices=[("", "请选择"), *Dismissal.choices],
        error_messages={"required": "请选择不受理的原因"},
    )
