"""The first two facts of an article: its column and its title."""

from typing import TYPE_CHECKING, Any

from django import forms

from bulletins.models import Column, Role
from bulletins.permissions import Scope

if TYPE_CHECKING:
    ModelChoice = forms.ModelChoiceField[Column]
else:
    ModelChoice = forms.ModelChoiceField


def writable_columns(scope: Scope) -> list[Column]:
    """Columns that take articles, where this person is an editor."""
    return [
        column
        for column in Column.objects.all()
        if column.takes_articles and scope.in_column([Role.EDITOR], column.pk)
    ]


class ColumnField(ModelChoice):
    """A choice among the columns she may write in."""

    def __init__(self, columns: list[Column]) -> None:
        choice = Column.objects.filter(pk__in=[column.pk for column in columns])
        super().__init__(choice, label="栏目", empty_label=None)


class NewForm(forms.Form):
    title = forms.CharField(
        label="标题", max_length=300, widget=forms.Textarea({"rows": 2, "autofocus": True})
    )

    def __init__(self, data: Any, *, scope: Scope) -> None:
        super().__init__(data)
        self.columns = writable_columns(scope)
        self.fields["column"] = ColumnField(self.columns)
