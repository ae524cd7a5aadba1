"""What the office published before it had Lantai: moved in, with its own times."""

from collections.abc import Mapping, Sequence
from datetime import date

from accounts.models import User
from bulletins.demo import moments
from bulletins.demo.documents import document_of
from bulletins.demo.scripts import Script
from bulletins.document.cleaning import cleaned
from bulletins.document.keys import with_keys
from bulletins.drafting.limits import require_fits
from bulletins.models import Article, Column
from bulletins.moving.batches import store
from bulletins.moving.moved import Moved
from bulletins.moving.tags import Tags
from regions.models import Region
from regions.names import Gazetteer


def move_in(
    scripts: Sequence[Script],
    columns: Mapping[str, Column],
    gazetteer: Gazetteer,
    today: date,
    *,
    by: User,
) -> None:
    """Store them as ``moving`` stores an old site, the oldest with the first number."""
    moved = [_moved(script, columns, gazetteer, today, by) for script in scripts]
    moved.sort(key=lambda one: one.released or moments.past("1天前 00:00", today))
    names = dict(Region.objects.values_list("code", "short_name"))
    store(moved, names, Tags(), by)


def article_of(name: str) -> Article:
    """The article that a script of the past became."""
    return Article.objects.get(import_id=_id(name))


def _moved(
    script: Script, columns: Mapping[str, Column], gazetteer: Gazetteer, today: date, by: User
) -> Moved:
    released = moments.past(script.said("发布"), today)
    document = with_keys(cleaned(document_of(script, released.date(), gazetteer, by=by)))
    require_fits(document)
    return Moved(
        document=document,
        column=columns[script.said("栏目")],
        import_id=_id(script.name),
        slug=script.name,
        old_address=script.said("旧地址"),
        released=released,
    )


def _id(name: str) -> str:
    return f"demo:{name}"
