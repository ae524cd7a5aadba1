"""The parts of an edition as a page sends them: a text if it was opened, else a key alone."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms

from accounts.models import User
from bulletins.document.tree import DocumentPart
from bulletins.editing.forms.choosing import ChoosingForm
from bulletins.editing.forms.regions import RegionField
from bulletins.editing.richtext import PartTextField

NEW = "new"  # prefix of parts that are not stored yet: new-0, new-1, …
MOST_NEW = 50


class PartForm(ChoosingForm):
    """One part. Cleans to the DocumentPart that is wanted, with what was not sent as it stands."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    region = RegionField()
    heading = forms.CharField(label="标题", required=False, max_length=200)
    remove = forms.BooleanField(label="删去这一部分", required=False)

    def __init__(
        self,
        data: Any,
        *,
        stands: DocumentPart,
        region_name: str = "",
        seen: int = 0,
        by: User,
        prefix: str = "",
        may_place: bool = True,
    ) -> None:
        initial = {"seen": seen, "region": region_name, "heading": stands.heading, "text": stands}
        super().__init__(data, prefix=prefix or f"part-{stands.key}", initial=initial)
        self.stands, self.region_name, self.may_place = stands, region_name, may_place
        region = self.fields["region"]
        assert isinstance(region, RegionField)
        region.known = {region_name: stands.region} if region_name and stands.region else {}
        self.fields["text"] = PartTextField(part=stands, by=by, label="正文")

    @property
    def was_sent(self) -> bool:
        """Whether the page sent anything of it beyond its key and revision."""
        return any(self.add_prefix(name) in self.data for name in ("text", "heading", "remove"))

    def wanted(self) -> DocumentPart:
        """The part as it should be; only what was sent, may be changed and is right differs."""
        said = {"region": self.stands.region, "heading": self.stands.heading} | self.cleaned_data
        wanted = self.stands
        if self.add_prefix("text") in self.data:
            wanted = said["text"]
        if self.may_place and self.add_prefix("heading") in self.data:
            wanted = replace(wanted, heading=said["heading"], region=said["region"])
        return wanted


def new_prefixes(data: Any) -> Iterator[str]:
    """new-0, new-1 … as far as the page sent them."""
    for index in range(MOST_NEW):
        if f"{NEW}-{index}-text" in data or f"{NEW}-{index}-heading" in data:
            yield f"{NEW}-{index}"
