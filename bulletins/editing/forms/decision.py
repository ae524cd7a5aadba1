"""同意 or 退回修改: the five gates, the opinion, and which text was on the page."""

from typing import Any

from django import forms
from django.http import QueryDict

from bulletins.models import Decision, Gate

# What to look for, beside each gate
HINTS = {
    Gate.POLITICS: "立场、提法、称谓、排序无误",
    Gate.LAW: "合乎法律法规，不侵犯他人权益",
    Gate.POLICY: "与现行政策一致，引文有出处",
    Gate.SECRECY: "不涉密，没有不应公开的个人信息",
    Gate.WORDING: "字词、数字、日期、序号无误",
}
LONGEST_OPINION = 2000


class DecisionForm(forms.Form):
    """All gates for 同意, a reason for 退回修改; the digest is that of the page that was read."""

    digest = forms.CharField(
        widget=forms.HiddenInput,
        max_length=80,
        error_messages={"required": "没有收到所读文字的校验码：请重新打开本页，读过后再决定"},
    )
    decision = forms.ChoiceField(
        choices=Decision,
        widget=forms.HiddenInput,
        error_messages={"required": "请按“同意”或“退回修改”"},
    )
    again = forms.BooleanField(required=False, widget=forms.HiddenInput)
    gates = forms.MultipleChoiceField(choices=Gate, required=False)
    opinion = forms.CharField(
        label="审核意见",
        required=False,
        max_length=LONGEST_OPINION,
        widget=forms.Textarea({"rows": 3}),
        help_text="同意时可不填；退回修改须写明理由",
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        left = [gate.label for gate in Gate if gate not in said.get("gates", ())]
        if said.get("decision") == Decision.APPROVED and left:
            self.add_error("gates", f"还没有勾选{'、'.join(left)}：五关都核过，才能同意")
        if said.get("decision") == Decision.SENT_BACK and not said.get("opinion"):
            self.add_error("opinion", "请写明退回的理由，编辑要知道改什么")
        return said

    @property
    def ticked(self) -> list[tuple[Gate, str, bool]]:
        """Each gate with its hint, and whether it is ticked."""
        values = self["gates"].value() or []
        return [(gate, HINTS[gate], gate in values) for gate in Gate]

    def facts(self) -> dict[str, Any]:
        """Keyword arguments for the verb's function."""
        said = self.cleaned_data
        words = "comment" if said["decision"] == Decision.APPROVED else "reason"
        report = {"gates": said["gates"]}
        return {"digest": said["digest"], words: said["opinion"], "report": report}

    def read_anew(self, digest: str) -> None:
        """The text is another one than was read: its gates are open again, the words stay."""
        assert isinstance(self.data, QueryDict)
        data = self.data.copy()
        data["digest"] = digest
        data.setlist("gates", [])
        self.data = data
