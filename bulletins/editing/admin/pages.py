"""A long list, read as far as anybody turns over: which rows first, then the rows of one page.

Counting a hundred thousand rows takes longer than showing fifty, and sorting them whole longer
still. One question answered from an index says which rows there are, how many, and in what order.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.http import HttpRequest

if TYPE_CHECKING:
    Pages = Paginator[Any]
else:
    Pages = Paginator

MOST = 2_000


class FirstPages(Pages):
    """The first MOST rows of a list in its order."""

    @cached_property
    def found(self) -> list[Any]:
        rows: Any = self.object_list
        return list(rows.select_related(None).values_list("pk", flat=True)[: MOST + 1])

    @cached_property
    def count(self) -> int:
        return min(len(self.found), MOST)

    @property
    def has_more(self) -> bool:
        """Whether there are rows beyond them."""
        return len(self.found) > MOST

    def keys(self, number: int) -> list[Any]:
        """The rows of one page."""
        begin = (number - 1) * self.per_page
        return self.found[:MOST][begin : begin + self.per_page]


class LongList(ChangeList):
    """Django's list, whose page is looked up by its keys; its paginator is FirstPages."""

    deferred: tuple[str, ...] = ()  # long texts, which no list shows

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        keys = self.paginator.keys(self.page_num if self.multi_page else 1)
        rows = self.root_queryset.model._default_manager.filter(pk__in=keys)
        rows = self.apply_select_related(rows).defer(*self.deferred)
        self.result_list = rows.order_by(*self.queryset.query.order_by)
