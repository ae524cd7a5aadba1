"""What a verb asks of the person who takes it: words, a time."""

from datetime import datetime
from typing import Any

from django import forms

from bulletins.document.wording import BEIJING
from bulletins.editing.forms.dates import clock_field, day_field
from bulletins.models import Edition
from bulletins.workflow.verb import Asked, Verb

# Verbs that must be told which text was on the page.
WITH_DIGEST = ("release", "release_urgently")
LONGEST_REASON = 2000


class VerbForm(forms.Form):
    """reason and time as the verb's table row says; digest and changes of the page that was read.

    read: the digest that came with the link, where the text was read on another page.
    """

    digest = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    changes = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, data: Any, *, verb: Verb, edition: Edition, read: str = "") -> None:
        seen = {"digest": read or edition.digest, "changes": edition.changes}
        super().__init__(data, initial=seen | _scheduled(edition))
        self.verb = verb
        if verb.reason is not Asked.NONE:
            self.fields["reason"] = _reason(must=verb.reason is Asked.REQUIRED)
        if verb.time is not Asked.NONE:
            must = verb.time is Asked.REQUIRED
            says = "" if must else "日期和时刻都不填，就立即公开"
            self.fields["day"] = day_field("公开日期", must=must)
            self.fields["clock"] = clock_field("公开时刻（北京时间）", must=must, says=says)

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
            facts["at"] = datetime.combine(said["day"], said["clock"], BEIJING)
        if self.verb.name in WITH_DIGEST:
            facts["digest"] = said["digest"] or None
        if self.verb.name == "submit":
            facts["changes"] = said["changes"]
        return facts


def _scheduled(edition: Edition) -> dict[str, Any]:
    """The time that is set, to be changed; nothing where there is none to come."""
    if not edition.is_scheduled() or edition.live_from is None:
        return {}
    at = edition.live_from.astimezone(BEIJING)
    return {"day": at.date(), "clock": at.time()}


def _reason(*, must: bool) -> forms.CharField:
    label = "理由" if must else "附言（可不填）"
    area = forms.Textarea({"rows": 4})
    return forms.CharField(label=label, required=must, max_length=LONGEST_REASON, widget=area)
