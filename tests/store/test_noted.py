"""Whatever changes what readers see notes it, in the same transaction: commands, too."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.models import JSONField, Value
from pytest_django import Settings

from bulletins.document.tree import DocumentPart
from bulletins.drafting import start_article
from bulletins.filetexts import read_due
from bulletins.filetexts.reading import read_again
from bulletins.listing import counts
from bulletins.models import Edition, Purge, Role, ToIndex
from bulletins.proving import unproved
from bulletins.rendering import keep_related
from bulletins.workflow.regions import follow_list, save_region
from bulletins.workflow.relating import relate_missing
from regions.models import Region
from regions.official import OfficialRow
from tests.office import NOTICE, Office, People, released
from tests.twice import released_twice

pytestmark = pytest.mark.django_db


def official() -> list[OfficialRow]:
    """As it is loaded here."""
    said = ("code", "level", "parent_id", "also_under_id", "name", "short_name", "pinyin")
    names = [name.removesuffix("_id") for name in said]
    return [
        OfficialRow(**dict(zip(names, [value or "" for value in row], strict=True)))
        for row in Region.objects.order_by("code").values_list(*said)
    ]


def with_city(**changed: str) -> list[OfficialRow]:
    return [one._replace(**changed) if one.code == "520100" else one for one in official()]


@pytest.fixture
def site(office: Office, people: People, places: None, settings: Settings, tmp_path: Path) -> None:
    """1: two editions, files; 2: of 贵阳."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    released_twice(office, people)
    said = replace(NOTICE, parts=(DocumentPart("520100", "", "<p>文</p>"),))
    released(start_article(said, column=office.notices, by=people.lin), people)
    list(read_due())


def noted(done: Callable[[], object]) -> list[str]:
    """What the log says of it."""
    last = Purge.objects.latest("pk").pk
    done()
    rows = Purge.objects.filter(pk__gt=last).order_by("pk")
    return ["*" if one.everything else one.addresses.split()[0] for one in rows]


def test_the_official_list(site: None) -> None:
    assert noted(lambda: follow_list(official())) == []
    assert noted(lambda: follow_list(with_city(short_name="筑"))) == ["*"]
    assert noted(lambda: follow_list(with_city(also_under="510000"))) == ["*"]
    assert counts(["region:510000", "region:520100"]) == {"region:510000": 1, "region:520100": 1}
    assert list(unproved()) == []


def test_a_region_that_comes_to_lie_elsewhere(site: None, office: Office) -> None:
    boss = office.hire("guan", Role.ADMINISTRATOR)
    region = Region.objects.get(pk="520100")
    region.also_under_id = "510000"
    ToIndex.objects.all().delete()
    assert noted(lambda: save_region(region, by=boss)) == ["*"]
    assert counts(["region:510000"]) == {"region:510000": 1}
    assert list(unproved()) == []
    assert ToIndex.objects.values_list("article__number", flat=True).get() == 2


def test_a_file_that_is_read_again(site: None) -> None:
    assert noted(lambda: read_again(failed_only=False)) == ["/articles/1/*"]


def test_related_ones_chosen_later(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with its page: whatever stops it, what was chosen is shown."""
    monkeypatch.setattr("bulletins.workflow.relating.STEP", 1)
    Edition.objects.update(rendered_facts=Value({"tags": []}, JSONField()))
    done: list[Edition] = []

    def _killed(held: Edition, related: list[int]) -> None:
        if done:
            raise KeyboardInterrupt
        done.append(held)
        keep_related(held, related)

    monkeypatch.setattr("bulletins.workflow.relating.keep_related", _killed)

    def _interrupted() -> None:
        with pytest.raises(KeyboardInterrupt):
            relate_missing()

    assert noted(_interrupted) == [f"/articles/{done[0].article.number}/*"]


def test_a_text_that_is_printed_anew(site: None) -> None:
    assert noted(lambda: call_command("render", "2")) == ["/articles/2/*"]


def test_the_command_loads_through_what_notes() -> None:
    call_command("load_regions")
    assert Purge.objects.filter(everything=True).exists()
