"""What a report is about: an article or a place in it, another page, or what its reader says."""

import re
from dataclasses import dataclass, replace

from bulletins.commenting.places import place_at
from bulletins.document.keys import is_key
from bulletins.document.plain import squeeze
from bulletins.models import Column, Edition
from bulletins.reporting.addresses import article_in, path_in
from regions.models import Region

LONGEST = 500
ARTICLE = re.compile(r"/articles/([1-9][0-9]{0,14})/(?:regions/[0-9]{6,12}/)?(?:#(\w{6}))?")
COLUMN = re.compile(r"/columns/([\w-]+)/.*")
REGION = re.compile(r"/regions/([0-9]{6,12})/.*")


@dataclass(frozen=True, slots=True)
class Subject:
    """place: its address, or the reader's words for it. title, about: as readers have them now.

    column, region: of whom an answer is asked; both None where it is everybody's who answers.
    article: its key, also where readers see none of it: so the report is found when it is erased.
    """

    place: str
    title: str = ""
    edition: Edition | None = None
    article: int | None = None
    key: str = ""
    about: str = ""
    column: int | None = None
    region: str | None = None


def subject_of(number: int, key: str = "") -> Subject | None:
    """A public article, and the place of that key in it; None where readers see no such article."""
    edition = Edition.objects.live().filter(article__number=number).with_body().first()
    if edition is None:
        return None
    found = place_at(edition, key) if is_key(key) else None
    regions = {part.region_id for part in edition.parts.all()}
    sole = regions.pop() if len(regions) == 1 else None
    subject = Subject(
        place=f"/articles/{number}/",
        title=str(edition),
        edition=edition,
        article=edition.article_id,
        column=edition.column_id,
        region=sole,
    )
    if found is None or found.part is None:
        return subject
    region = found.part.region_id
    return replace(subject, key=key, about=found.words[:80], region=region)


def subject_at(said: str) -> Subject:
    """What a reader names by an address of ours or in words."""
    place = squeeze(said)[:LONGEST]
    path = path_in(place)[:LONGEST]
    if named := ARTICLE.match(path):
        found = subject_of(int(named[1]), named[2] or "")
        return found or Subject(path, article=article_in(path))
    if article := article_in(place):
        return Subject(place, article=article)
    if path in ("", "/") and place:
        return Subject(place, "首页" if path else "")
    return _list_at(place, path)


def _list_at(place: str, path: str) -> Subject:
    """A column's or a region's page is known by its name."""
    if named := COLUMN.fullmatch(path):
        column = Column.objects.filter(slug=named[1]).first()
        return Subject(place, str(column), column=column.pk) if column else Subject(place)
    if named := REGION.fullmatch(path):
        region = Region.objects.filter(pk=named[1]).first()
        return Subject(place, str(region)) if region else Subject(place)
    return Subject(place)
