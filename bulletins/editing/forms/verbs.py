"""What a verb asks of the person who takes it: words, a time."""

from datetime import date, datetime, time
from typing import Any

from django import forms

from bulletins.document.wording import BEIJING
from bulletins.workflow.verbs import Reason, Verb

TIMED = {"release": False, "reschedule": True}  # name → whether a time must be given


class VerbForm(forms.Form):
    """reason as the verb's table row says; day and clock for what has a time (Beijing)."""

    digest = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)

    def __init__(self, data: Any, *, verb: Verb, digest: str) -> None:
        super().__init__(data, initial={"digest": digest})
        if verb.reason is not Reason.NONE:
            must = verb.reason is Reason.REQUIRED
            label = "理由" if must else "说明（可不填）"
            self.fields["reason"] = forms.CharField(
                label=label, required=must, max_length=2000, widget=forms.Textarea({"rows": 4})
            )
        if verb.name in TIMED:
            must = TIMED[verb.name]
            self.fields["day"] = forms.DateField(
                label="公开日期",
                required=must,
                widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
            )
            self.fields["clock"] = forms.TimeField(
                label="公开时刻（北京时间）",
                required=must,
                widget=forms.TimeInput({"type": "time"}, "%H:%M"),
                help_text="都不填为立即公开" if not must else "",
            )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if bool(said.get("day")) != bool(said.get("clock")) and not self.errors:
            self.add_error("day", "日期和时刻要一起填")
        return said

    def facts(self) -> dict[str, Any]:
        """Keyword arguments for the verb's function."""
        said = self.cleaned_data
        facts: dict[str, Any] = {"reason": said["reason"]} if "reason" in said else {}
        if said.get("day"):
            facts["at"] = _moment(said["day"], said["clock"])
        return facts

    @property
    def digest_read(self) -> str | None:
        return self.cleaned_data.get("digest") or None


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, BEIJING)
