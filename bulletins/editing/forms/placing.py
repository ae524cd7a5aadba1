"""In which columns an article stands, and until which day on top: one line for each column."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms

from bulletins.document.wording import BEIJING
from bulletins.models import Column


class PlacingForm(forms.Form):
    """columns: the article's own first; it is never left out of that."""

    def __init__(
        self, data: Any, *, columns: Sequence[Column], stands: dict[int, datetime | None]
    ) -> None:
        super().__init__(data)
        self.columns = columns
        for column in columns:
            own = column == columns[0]
            self.fields[f"in-{column.pk}"] = forms.BooleanField(
                label=f"列入“{column}”",
                required=False,
                disabled=own,
                initial=own or column.pk in stands,
            )
            self.fields[f"until-{column.pk}"] = forms.DateField(
                label=f"在“{column}”置顶至",
                required=False,
                initial=_day(stands.get(column.pk)),
                widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
            )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for column in self.columns:
            if said.get(f"until-{column.pk}") and not said.get(f"in-{column.pk}"):
                self.add_error(f"until-{column.pk}", "没有列入这个栏目，不能在那里置顶")
        return said

    def wanted(self) -> dict[int, datetime | None]:
        """Column's pk → the end of the day until which it is on top, or None."""
        said = self.cleaned_data
        chosen = [column.pk for column in self.columns if said[f"in-{column.pk}"]]
        return {pk: _end_of(said[f"until-{pk}"]) for pk in chosen}

    def rows(self) -> Iterator[tuple[Column, Any, Any]]:
        for column in self.columns:
            yield column, self[f"in-{column.pk}"], self[f"until-{column.pk}"]


def _end_of(day: date | None) -> datetime | None:
    """24:00 of that day; the last days of the calendar are not anybody's."""
    if day is None or day > date(9000, 1, 1):
        return None
    return datetime.combine(day + timedelta(days=1), time(), BEIJING)


def _day(moment: datetime | None) -> date | None:
    return (moment.astimezone(BEIJING) - timedelta(seconds=1)).date() if moment else None
