"""What the office is working on: every text written, submitted, read and released by its people."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bulletins.demo import moments
from bulletins.demo.acts import act
from bulletins.demo.changing import change
from bulletins.demo.documents import document_of
from bulletins.demo.past import article_of
from bulletins.demo.people import Staff
from bulletins.demo.scripts import Script
from bulletins.document.wording import BEIJING
from bulletins.drafting import save_head, start_article, start_edition
from bulletins.drafting.head import head_of
from bulletins.importing import receive, understand
from bulletins.models import ChangeKind, Column, Edition, Role
from regions.names import Gazetteer


@dataclass(frozen=True)
class Present:
    """The office on the day on which the demo is loaded."""

    staff: Staff
    columns: Mapping[str, Column]
    gazetteer: Gazetteer
    today: date

    def play(self, script: Script) -> None:
        """Write the text, then let everything happen to it that its head tells."""
        if script.said("导入"):
            self._receive(script)
            return
        edition = self._amended(script) if script.said("新版") else self._started(script)
        for said in script.acts:
            act(moments.spoken(said, self.today), _now(edition), self.staff, self.today)

    def _started(self, script: Script) -> Edition:
        by = self.staff[Role.EDITOR]
        document = document_of(script, self.today, self.gazetteer, by=by)
        return start_article(document, column=self.columns[script.said("栏目")], by=by)

    def _amended(self, script: Script) -> Edition:
        """The next edition of a published text, with some words changed."""
        by, article = self.staff[Role.EDITOR], article_of(script.said("新版"))
        first = article.first_published_at
        since = first.astimezone(BEIJING).date() if first else self.today
        edition = start_edition(article, by=by)
        words = [(moments.spoken(a, since), moments.spoken(b, since)) for a, b in script.changes]
        change(edition, words, by=by)
        head = head_of(_now(edition))
        kind = next(kind for kind in ChangeKind if kind.label == script.said("修改类别"))
        note = replace(head.document, change_note=script.said("修改说明"))
        head = replace(head, document=note, change_kind=kind)
        save_head(edition, head, seen=_now(edition).revision, by=by)
        return edition

    def _receive(self, script: Script) -> None:
        """A file that nobody has made a draft of yet."""
        data = moments.spoken(script.text, self.today).encode()
        name = script.said("导入")
        receive(understand(data, name), data, name, by=self.staff[Role.EDITOR])


def _now(edition: Edition) -> Edition:
    return Edition.objects.get(pk=edition.pk)
