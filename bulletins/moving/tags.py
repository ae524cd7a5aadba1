"""Tags of many editions: looked up once, made where they are new."""

from collections.abc import Iterable, Mapping

from taggit.models import Tag

from bulletins.models import Edition, EditionTag


class Tags:
    """Known tags by their name, whatever its case."""

    def __init__(self) -> None:
        self.known = {tag.name.lower(): tag for tag in Tag.objects.all()}

    def of(self, names: Iterable[str]) -> list[Tag]:
        """The tags of these names, each once; new ones are made."""
        return list(dict.fromkeys(self._tag(name) for name in names))

    def give(self, wanted: Mapping[Edition, Iterable[str]]) -> None:
        """Put its tags to each edition, in their order."""
        EditionTag.objects.bulk_create(
            EditionTag(content_object=edition, tag=tag, name=tag.name)
            for edition, names in wanted.items()
            for tag in self.of(names)
        )

    def _tag(self, name: str) -> Tag:
        if name.lower() not in self.known:
            self.known[name.lower()] = Tag.objects.get_or_create(name=name)[0]
        return self.known[name.lower()]
