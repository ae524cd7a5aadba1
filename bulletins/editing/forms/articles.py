"""What each verb of an article asks of the person who takes it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms

from bulletins import workflow
from bulletins.document.addresses import LONGEST_PLACE, NO_PLACE, PLACES, place
from bulletins.editing.forms.dates import clock_field, day_and_clock, day_field, end_of
from bulletins.models import Article, Edition, Validity, WithdrawalReason
from bulletins.workflow.articles.validity import Force
from bulletins.workflow.articles.withdrawing import Explanation
from bulletins.workflow.standing import standing_withdrawal

LONGEST_REASON, LONGEST_EXPLANATION = 2000, 2000
SENT_ON = "原因选“已被替代”、另见写本站文章的，读者直接转到那篇，看不到说明。"


class PlaceField(forms.CharField):
    """Where readers are sent; may be left out."""

    def __init__(self, label: str, says: str = PLACES) -> None:
        super().__init__(label=label, required=False, max_length=LONGEST_PLACE, help_text=says)

    def clean(self, value: Any) -> str:
        said: str = super().clean(value)
        if said and not place(said):
            raise forms.ValidationError(NO_PLACE)
        return said


class ArticleForm(forms.Form):
    """A verb without questions. take(): does it; raises what the verb raises."""

    act: Callable[..., object]

    def __init__(self, data: Any, *, edition: Edition) -> None:
        self.article: Article = edition.article
        self.edition = edition
        super().__init__(data, initial=self.stands())

    def stands(self) -> dict[str, Any]:
        """What the fields show at first."""
        return {}

    def words(self) -> Mapping[str, Any]:
        """Keyword arguments of the verb."""
        return {}

    def take(self, by: Any) -> None:
        type(self).act(self.article, by=by, **self.words())


class ArchiveForm(ArticleForm):
    act = workflow.archive


class UnarchiveForm(ArticleForm):
    act = workflow.unarchive


class ReopenForm(ArticleForm):
    act = workflow.reopen


class RestoreForm(ArticleForm):
    act = workflow.restore


class CloseForm(ArticleForm):
    act = workflow.close
    note = forms.CharField(label="说明（给读者看，可不填）", required=False, max_length=300)
    outcome = PlaceField("结果公告的网址（可不填）")

    def stands(self) -> dict[str, Any]:
        return {"note": self.article.closing_note, "outcome": self.article.outcome}

    def words(self) -> Mapping[str, Any]:
        return {name: self.cleaned_data[name] for name in ("note", "outcome")}


class EndForm(ArticleForm):
    """A day, and a clock time if it is not 24:00."""

    day = day_field("日期", says="不填日期，就是不限期")
    clock = clock_field("时刻（北京时间）", says="不填就是当日 24:00")
    act: Callable[..., object] = workflow.set_end

    def stands(self) -> dict[str, Any]:
        day, clock = day_and_clock(self.article.ends_at)
        return {"day": day, "clock": clock}

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("clock") and not said.get("day") and "day" not in self.errors:
            self.add_error("day", "写了时刻，没有写日期：请补上日期")
        said["at"] = end_of(said.get("day"), said.get("clock"))
        return said

    def words(self) -> Mapping[str, Any]:
        return {"at": self.cleaned_data["at"]}


class ExtendForm(EndForm):
    day = day_field("延到哪一天", says="不填日期，就恢复原定的截止时间")
    act: Callable[..., object] = workflow.extend

    def stands(self) -> dict[str, Any]:
        day, clock = day_and_clock(self.article.extended_to)
        return {"day": day, "clock": clock}


class BackdateForm(EndForm):
    day = day_field("首次发布日期", must=True)
    clock = clock_field("时刻（北京时间）", must=True)
    reason = forms.CharField(
        label="理由（读者在更新记录中看到）",
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )
    act: Callable[..., object] = workflow.backdate

    def stands(self) -> dict[str, Any]:
        return {}

    def words(self) -> Mapping[str, Any]:
        return {"at": self.cleaned_data["at"], "reason": self.cleaned_data["reason"]}


class ExplainForm(ArticleForm):
    explanation = forms.CharField(
        label="公开说明（可稍后再写）",
        required=False,
        max_length=LONGEST_EXPLANATION,
        widget=forms.Textarea({"rows": 4}),
        help_text="读者在原地址看到。没有写时，只说明原因和时间。不要写进要撤下的内容。",
    )
    see_instead = PlaceField("另见（可不填）")
    act = workflow.explain

    def stands(self) -> dict[str, Any]:
        standing = standing_withdrawal(self.article)
        if standing is None:
            return {}
        return {"explanation": standing.explanation, "see_instead": standing.see_instead}

    def said(self) -> Explanation:
        return Explanation(self.cleaned_data["explanation"], self.cleaned_data["see_instead"])

    def take(self, by: Any) -> None:
        workflow.explain(self.article, self.said(), by=by)


class WithdrawForm(ExplainForm):
    see_instead = PlaceField("另见（可不填）", says=f"{PLACES}。{SENT_ON}")
    kind = forms.ChoiceField(label="原因（读者看到）", choices=WithdrawalReason.choices)
    reason = forms.CharField(
        label="经过（同事在记录中看到）",
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
    )
    field_order = ("kind", "reason", "explanation", "see_instead")

    def stands(self) -> dict[str, Any]:
        return {}

    def take(self, by: Any) -> None:
        said = self.cleaned_data
        workflow.withdraw(
            self.article, said["kind"], by=by, reason=said["reason"], explanation=self.said()
        )


class ValidityForm(ArticleForm):
    kind = forms.ChoiceField(
        label="有效性", required=False, choices=[("", "不是政策文件"), *Validity.choices]
    )
    since = day_field("自何日起")
    basis = forms.CharField(label="依据", required=False, max_length=300)
    check_by = day_field("复查日期", says="到这一天，提醒责任人复查")

    def stands(self) -> dict[str, Any]:
        article = self.article
        return {
            "kind": article.validity,
            "since": article.validity_from,
            "basis": article.validity_basis,
            "check_by": article.check_by,
        }

    def take(self, by: Any) -> None:
        said = self.cleaned_data
        force = Force(said["kind"], said["since"], said["basis"], said["check_by"])
        workflow.set_validity(self.article, force, by=by)


class EraseForm(ExplainForm):
    number = forms.IntegerField(label="稿件编号", help_text="写下这篇稿件的编号，以免清错")
    reason = forms.CharField(
        label="理由",
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
        help_text="记入审计链，不会清除：不要写进要清除的内容。",
    )
    field_order = ("number", "reason", "explanation", "see_instead")

    def clean_number(self) -> int:
        number: int = self.cleaned_data["number"]
        if number != self.article.number:
            raise forms.ValidationError("编号与这篇稿件不符：请核对")
        return number

    def take(self, by: Any) -> None:
        reason = self.cleaned_data["reason"]
        workflow.erase(self.article, by=by, reason=reason, explanation=self.said())


FORMS: dict[str, type[ArticleForm]] = {
    "close": CloseForm,
    "reopen": ReopenForm,
    "extend": ExtendForm,
    "set_end": EndForm,
    "archive": ArchiveForm,
    "unarchive": UnarchiveForm,
    "withdraw": WithdrawForm,
    "explain": ExplainForm,
    "restore": RestoreForm,
    "set_validity": ValidityForm,
    "backdate": BackdateForm,
    "erase": EraseForm,
}
