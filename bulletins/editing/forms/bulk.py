"""What is asked before something is done to many: tags, a column, or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse_lazy

from accounts.models import User
from bulletins.models import Column, Role
from bulletins.permissions import Scope
from bulletins.tagging import read_tags
from bulletins.workflow import bulk


class TagsForm(forms.Form):
    tags = forms.CharField(
        label="标签",
        max_length=300,
        help_text="用顿号、逗号或分号隔开；原有的标签保留",
        widget=forms.TextInput(
            {
                "data-offers": reverse_lazy("admin:bulletins_edition_tags"),
                "data-many": "、",
                "autocomplete": "off",
            }
        ),
    )

    def act(self, by: User) -> bulk.Act:
        return bulk.tagging(self.cleaned_data["tags"], by=by)

    def clean_tags(self) -> list[str]:
        tags = read_tags(self.cleaned_data["tags"])
        if not tags:
            raise forms.ValidationError("请写至少一个标签")
        return tags


class ColumnForm(forms.Form):
    """Only columns in which she may write; the verb asks again."""

    column = forms.ModelChoiceField(Column.objects.none(), label="移到栏目", empty_label="请选择")

    def __init__(self, data: Any, scope: Scope) -> None:
        super().__init__(data)
        columns = Column.objects.filter(active=True, frozen_at=None)
        mine = [one.pk for one in columns if scope.in_column([Role.EDITOR], one.pk)]
        field = self.fields["column"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = columns.filter(pk__in=mine)

    def act(self, by: User) -> bulk.Act:
        return bulk.moving(self.cleaned_data["column"], by=by)


class SubmitForm(forms.Form):
    def act(self, by: User) -> bulk.Act:
        return bulk.submitting(by=by)


class ArchiveForm(forms.Form):
    def act(self, by: User) -> bulk.Act:
        return bulk.archiving(by=by)


Form = TagsForm | ColumnForm | SubmitForm | ArchiveForm


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done to many. roles: who is offered it at all."""

    name: str
    label: str
    says: str
    roles: tuple[Role, ...]
    form: Callable[[Any, Scope], Form]


DEEDS: Mapping[str, Deed] = {
    deed.name: deed
    for deed in (
        Deed(
            "tag",
            "加标签",
            "草稿直接加上；已公开的稿件各起草一个新版本，审核签发后生效",
            (Role.EDITOR,),
            lambda data, scope: TagsForm(data),
        ),
        Deed(
            "submit",
            "送审",
            "逐篇送审；缺内容的不送，并写明缺什么",
            (Role.EDITOR,),
            lambda data, scope: SubmitForm(data),
        ),
        Deed(
            "move",
            "移到其他栏目",
            "草稿直接移动；已公开的稿件各起草一个新版本，审核签发后生效",
            (Role.EDITOR,),
            ColumnForm,
        ),
        Deed(
            "archive",
            "归档",
            "移出列表，地址不变",
            (Role.DESK, Role.FINAL_REVIEWER),
            lambda data, scope: ArchiveForm(data),
        ),
    )
}
