"""What a reader is asked when she reports an error; whatever is refused, what she typed stays.

Nothing is kept in her browser. That a form came from us is proved by a signed secret in it, which
also tells a form sent twice from a second one; there is no session that a stranger could use.
"""

import secrets
from typing import Any

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, QueryDict

from bulletins.document.plain import visible
from bulletins.models import ReportKind
from bulletins.reporting import Said, Subject, subject_at, subject_of
from bulletins.reporting.forgetting import KEPT_DAYS
from bulletins.reporting.subject import LONGEST as LONGEST_PLACE

LONGEST, LONGEST_CONTACT = 1000, 100
DAY = 24 * 3600
SIGNER = TimestampSigner(salt="lantai.report")
STALE = "页面打开得太久，这次没有提交：您写的都在下面，请再按一次“提交”"
STRANGE = "这次提交像是从别的网站发来的，没有接受：请核对下面的内容，再按一次“提交”"
TRAPPED = "请把“请勿填写”一栏清空再提交：它是用来挡住自动程序的"
DISCREET = f"只用于向您核实，不公开、不外传，答复后 {KEPT_DAYS} 天自动删去。"


class Words(forms.CharField):
    """A reader's words: what cannot be seen is dropped, too long a text is told by how much."""

    def __init__(self, label: str, most: int, *, must: str = "", rows: int = 0) -> None:
        widget = forms.Textarea({"rows": rows}) if rows else forms.TextInput()
        told = {"required": must} if must else {}
        super().__init__(label=label, required=bool(must), widget=widget, error_messages=told)
        self.most = most

    def to_python(self, value: Any) -> str:
        return visible(str(value or "").replace("\r\n", "\n")).strip()

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > self.most:
            name = str(self.label).partition("（")[0]
            told = f"“{name}”最多 {self.most} 字，现在 {len(value)} 字：请写得短些"
            raise forms.ValidationError(told)


class ReportForm(forms.Form):
    """place is asked for where the link named no article; website is a trap that nobody sees."""

    place = Words("哪个页面", LONGEST_PLACE)
    kind = forms.ChoiceField(
        label="是哪一类问题",
        choices=ReportKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择是哪一类问题", "invalid_choice": "请选择是哪一类问题"},
    )
    words = Words("哪里有误", LONGEST, must="请写明哪里有误", rows=5)
    proposal = Words("应当怎样（可不填）", LONGEST, rows=3)
    contact = Words("怎样联系您（可不填）", LONGEST_CONTACT)
    website = Words("请勿填写", LONGEST)

    def __init__(self, request: HttpRequest, subject: Subject | None) -> None:
        data = request.POST if request.method == "POST" else None
        super().__init__(data, label_suffix="")
        self.subject, self.request = subject, request

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if self.subject is None and not said.get("place") and "place" not in self.errors:
            self._place(said)
        if said.get("website"):
            self.add_error("website", TRAPPED)
        if _is_from_elsewhere(self.request):
            self.add_error(None, STRANGE)
        elif not _is_ours(self.secret):
            self.add_error(None, STALE)
        return said

    def _place(self, said: dict[str, Any]) -> None:
        """What the link named, where it was taken from readers while one of them wrote."""
        if number := number_in(self.request):
            said["place"] = f"/articles/{number}/"
        else:
            self.add_error("place", "请写明是哪个页面：网址、标题，或怎样找到它")

    @property
    def secret(self) -> str:
        return str(self.data.get("form", ""))

    def about(self) -> Subject:
        return self.subject or subject_at(self.cleaned_data["place"])

    def said(self) -> Said:
        words = self.cleaned_data
        return Said(words["kind"], words["words"], words["proposal"], words["contact"])

    def again(self) -> str:
        """The secret for the form that is shown: the same one, as long as it is good."""
        return self.secret if _is_ours(self.secret) else fresh()


def fresh() -> str:
    return SIGNER.sign(secrets.token_urlsafe(16))


def asked_about(request: HttpRequest) -> Subject | None:
    """What the link, or the form that it led to, is about; None where that is not public."""
    number = number_in(request)
    return subject_of(number, _sent(request).get("key", "")) if number else None


def number_in(request: HttpRequest) -> int:
    """Of the article; 0 where none is named."""
    said = _sent(request).get("article", "")
    is_number = said.isascii() and said.isdecimal() and len(said) <= 15
    return int(said) if is_number else 0


def _sent(request: HttpRequest) -> QueryDict:
    return request.POST if request.method == "POST" else request.GET


def _is_ours(secret: str) -> bool:
    try:
        SIGNER.unsign(secret, max_age=DAY)
    except BadSignature:
        return False
    return True


def _is_from_elsewhere(request: HttpRequest) -> bool:
    """What browsers say of themselves; a program may say anything, and is counted."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "cross-site"
    origin = request.headers.get("Origin", "null")
    ours = (request.get_host(), _host_in(settings.SITE_URL))
    return origin != "null" and _host_in(origin) not in ours


def _host_in(address: str) -> str:
    """With its port."""
    return address.partition("://")[2]
