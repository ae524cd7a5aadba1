"""In which columns an article stands, and until which day on top: one line for each column."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django import forms

from bulletins.editing.forms.dates import day_and_clock, day_field, end_of
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
            until = day_field(f"在“{column}”置顶至")
            until.initial, _ = day_and_clock(stands.get(column.pk))
            self.fields[f"until-{column.pk}"] = until

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for column in self.columns:
            name = f"until-{column.pk}"
            if said.get(name) and not said.get(f"in-{column.pk}"):
                self.add_error(name, "没有列入这个栏目，不能在那里置顶")
            elif said.get(name):
                self._until(name, said)
        return said

    def _until(self, name: str, said: dict[str, Any]) -> None:
        """On top to the end of the day."""
        try:
            said[name] = end_of(said[name], None)
        except forms.ValidationError as problem:
            self.add_error(name, problem)

    def wanted(self) -> dict[int, datetime | None]:
        """Column's pk → the end of the day until which it is on top, or None."""
        said = self.cleaned_data
        chosen = [column.pk for column in self.columns if said[f"in-{column.pk}"]]
        return {pk: said[f"until-{pk}"] for pk in chosen}

    def rows(self) -> Iterator[tuple[Column, Any, Any]]:
        for column in self.columns:
            yield column, self[f"in-{column.pk}"], self[f"until-{column.pk}"]
