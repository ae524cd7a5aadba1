"""Every article as addresses: what it is made of decides which of them are made anew."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from bulletins.document.wording import midnight
from bulletins.listing import column_list
from bulletins.models import Article, Edition
from bulletins.pages.export.around import Around
from bulletins.pages.export.marks import mark
from bulletins.pages.export.rows import ARTICLE, EDITION, Rows, Used
from bulletins.pages.export.wanted import GONE, MISSING, Wanted

RELATED = 5
FORMS = ("docx", "txt", "json")
NAMED = re.compile(r"/articles/([1-9][0-9]{0,14})/")


@dataclass(frozen=True)
class Articles:
    """forms: which texts to be taken along are wanted."""

    around: Around
    rows: Rows
    forms: Sequence[str] = FORMS

    def wanted(self) -> Iterator[Wanted]:
        """Of everything that is public; what only leads elsewhere has no page."""
        for pk, article in self.rows.articles.items():
            live = self.rows.live(pk)
            if live and not live.link_only_to:
                yield from self._of(article, live)

    def gone(self) -> Iterator[tuple[Article, str]]:
        """What was public and is no more; each with its key."""
        for pk, article in self.rows.articles.items():
            if self.rows.live(pk) is None:
                # Where readers are sent instead may be public or not.
                instead = [self._card(one) for one in self._named_in(pk)]
                yield article, mark(self._key(article), instead)

    def moments(self) -> Iterator[datetime]:
        """When what a page says of its article changes by itself; the days are told apart."""
        for pk, article in self.rows.articles.items():
            live = self.rows.live(pk)
            if live is not None:
                yield from filter(None, self._ahead(article, live))

    def counts_days(self) -> bool:
        """Whether some page says how many days are left."""
        return any(
            self._ahead(article, live)[0] or self._ahead(article, live)[1]
            for pk, article in self.rows.articles.items()
            if (live := self.rows.live(pk))
        )

    def _of(self, article: Article, live: Edition) -> Iterator[Wanted]:
        place, number = f"/articles/{article.number}/", article.number or 0
        key = self._key(article)
        yield Wanted(place, mark(key, self._neighbours(article, live)), number)
        for code in dict.fromkeys(self.rows.regions.get(live.pk, ())):
            yield Wanted(f"{place}regions/{code}/", key, number)
        for form in self.forms:
            yield Wanted(f"{place}article.{form}", self._text(article, live), number)
        yield Wanted(f"{place}record.json", mark(self.around.code, self._facts(article)), number)
        if article.deadline(live.closes_at):
            yield Wanted(f"{place}deadline.ics", key, number)
        for one in self.rows.editions[article.pk]:
            yield Wanted(f"{place}editions/{one.number}/", key, number, (GONE,))
        yield from self._files(article, key, place)

    def _files(self, article: Article, key: str, place: str) -> Iterator[Wanted]:
        """The text of an attachment is a page; the file stays, under the name that it has here."""
        used = self._used(article)
        named = mark(self.around.code, used, self._facts(article))
        for file in sorted({one.file for one in used}):
            yield Wanted(f"{place}files/{file}", named, article.number or 0, (GONE, MISSING))
        for file in sorted({one.file for one in used if one.is_offered}):
            may_be = (GONE, MISSING)
            yield Wanted(f"{place}files/{file}/text/", key, article.number or 0, may_be)

    def _used(self, article: Article) -> list[Used]:
        """Files of all its editions that have begun."""
        begun = self.rows.editions[article.pk]
        return [one for edition in begun for one in self.rows.used.get(edition.pk, ())]

    def _key(self, article: Article) -> str:
        """Of every page of it that is not about its neighbours."""
        live = self.rows.live(article.pk)
        files = self._used(article)
        texts = [self.rows.texts.get(one.file) for one in files]
        said = (self._facts(article), files, texts, self._days(article, live) if live else None)
        regions = self.rows.regions.get(live.pk) if live else None
        return mark(self.around.pages, said, regions)

    def _facts(self, article: Article) -> list[Any]:
        """The rows themselves."""
        begun = [[getattr(one, name) for name in EDITION] for one in self.rows.editions[article.pk]]
        own = [getattr(article, name) for name in ARTICLE]
        return [own, begun, self.rows.withdrawals.get(article.pk)]

    def _text(self, article: Article, live: Edition) -> str:
        """Of what is taken along: the text, not what became of it since."""
        first = article.first_published_at
        said = (live.pk, live.digest, live.live_from, first, self.around.site.name)
        return mark(self.around.code, said)

    def _ahead(self, article: Article, live: Edition) -> list[datetime | None]:
        """Its deadline, end, archive and end of force, where they are still to come."""
        ceases = midnight(article.validity_from) if article.validity_from else None
        said = [article.deadline(live.closes_at), article.ends_at, article.archived_at, ceases]
        return [one if one and one > self.rows.at else None for one in said]

    def _days(self, article: Article, live: Edition) -> tuple[Any, ...]:
        """3 天: the day counts for what is still to come."""
        ahead = self._ahead(article, live)
        return ahead, self.around.today if ahead[0] or ahead[1] else None

    def _named_in(self, article: int) -> list[int]:
        """Articles of ours that its withdrawals name, by primary key."""
        said = " ".join(one[3] for one in self.rows.withdrawals.get(article, ()))
        numbers = map(int, NAMED.findall(said))
        return [self._pk_of[one] for one in numbers if one in self._pk_of]

    def _neighbours(self, article: Article, live: Edition) -> list[Any]:
        """What its page prints of others: newer and older in its column, and related ones."""
        facts = live.rendered_facts or {}
        pks = [*self._beside(article, live), *facts.get("related", ())[:RELATED]]
        return [self._card(pk) for pk in pks]

    def _card(self, article: int) -> tuple[Any, ...] | None:
        if article not in self.rows.articles:
            return None
        found, live = self.rows.articles[article], self.rows.live(article)
        if live is None:
            return None
        title = live.list_title or live.title
        return found.number, title, found.first_published_at, live.link_only_to, found.archived_at

    def _beside(self, article: Article, live: Edition) -> Iterator[int]:
        """By the order of the column's list, whether it still stands in it or not."""
        slug = self.around.columns[live.column_id].target.slug
        order, places = self._orders(column_list(slug))
        own = (article.first_published_at, article.number)
        at = bisect_left(order, True, key=lambda one: one <= own)  # in an order that falls
        for n in (at - 1, at + 1 if at < len(order) and order[at] == own else at):
            if 0 <= n < len(places):
                yield places[n]

    def _orders(self, name: str) -> tuple[list[Any], list[int]]:
        """Moment and number of each entry, newest first; and its article."""
        if name not in self._kept:
            rows = self.rows.lists.get(name, [])
            order = [(one.published, one.number) for one in rows]
            self._kept[name] = order, [self._pk_of[one.number] for one in rows]
        return self._kept[name]

    @cached_property
    def _kept(self) -> dict[str, tuple[list[Any], list[int]]]:
        return {}

    @cached_property
    def _pk_of(self) -> dict[int, int]:
        return {one.number or 0: pk for pk, one in self.rows.articles.items()}
