"""Which text a preview was asked for, and what its band says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.http import HttpRequest

from accounts.models import User
from bulletins.document.wording import spoken
from bulletins.drafting.working import KEY, MOST
from bulletins.editing.before_her import BeforeHer
from bulletins.models import Edition, State

ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """keys: of the boxes on her page that hold unsaved words, None for all that were kept.

    partly: some of them could not be kept. said: how an address says it.
    """

    keys: frozenset[str] | None
    partly: bool

    @property
    def said(self) -> str:
        keys = ALL if self.keys is None else ".".join(sorted(self.keys))
        return f"unsaved={keys}" + ("&partly=1" if self.partly else "")


def asked_in(request: HttpRequest) -> Asked | None:
    """?unsaved=head.a12345, or all; None where the saved text is asked for."""
    said = request.GET.get("unsaved", "")
    partly = bool(request.GET.get("partly"))
    if said == ALL:
        return Asked(None, partly)
    keys = frozenset(key for key in said.split(".")[:MOST] if KEY.match(key))
    return Asked(keys, partly) if keys or partly else None


def kept_at(edition: Edition, by: User) -> datetime | None:
    """When by last typed there something that she has not saved."""
    if edition.state != State.DRAFT:
        return None
    found: datetime | None = edition.working_copies.filter(user=by).aggregate(at=Max("saved_at"))[
        "at"
    ]
    return found


def band_of(
    edition: Edition, hers: BeforeHer | None, asked: Asked | None, kept: datetime | None
) -> list[str]:
    """Sentences; hers: what is shown, where it is not the saved text. Nothing of what is sealed."""
    if edition.state != State.DRAFT:
        return []
    return [*(_of_hers(hers) if hers else _of_saved(asked, kept)), *_missing(asked)]


def _of_hers(hers: BeforeHer) -> Iterator[str]:
    yield f"含未保存的改动（{spoken(hers.at)}暂存），只有您看得到。"
    if hers.clashes:
        yield "有几处别人也改了：这里是您写的，保存时再选用哪一份。"
    if hers.wrong:
        yield "有的项目填写有误：这里是已保存的。"


def _of_saved(asked: Asked | None, kept: datetime | None) -> Iterator[str]:
    if asked:
        yield "这里是已保存的文字：没有暂存着与它不同的改动。"
    elif kept:
        yield f"这里是已保存的文字；您没有保存的改动（{spoken(kept)}暂存）不在其中。"
    else:
        yield "这里是已保存的文字，没有保存的改动不在其中。"


def _missing(asked: Asked | None) -> Iterator[str]:
    if asked and asked.partly:
        yield "有的内容没能暂存，这里看不到：原因写在编辑页上。"
