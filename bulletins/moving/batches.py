"""Storing many articles at once, in one transaction: a few statements for all of them.

Nothing here asks whether it may be stored; ``moving_in`` does.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from accounts.audit import Act, record_all
from accounts.locks import one_at_a_time
from accounts.models import User
from bulletins.document.digest import digest, new_salt
from bulletins.document.html.page import WRITER, Surroundings, write_body
from bulletins.document.tree import Document
from bulletins.drafting import rows
from bulletins.drafting.content import SAME
from bulletins.drafting.titles import note_titles
from bulletins.indexing import index_new
from bulletins.models import (
    Article,
    Edition,
    EditionAuthor,
    FileUse,
    Part,
    Placing,
    Redirect,
    ReleasedAs,
    State,
    StoredFile,
)
from bulletins.moving.inserting import insert, repeat
from bulletins.moving.into_lists import put_in_lists
from bulletins.moving.life import ACTS
from bulletins.moving.moved import Moved
from bulletins.moving.tags import Tags
from bulletins.rendering import facts_of_all
from bulletins.store import note_everything


def store(batch: Sequence[Moved], names: Mapping[str, str], tags: Tags, by: User) -> None:
    """Store them all, released ones with lists, index, redirects and counts; inside a transaction.

    names: region code → the name to print.
    """
    _articles(batch, by)
    _editions(batch, names, by)
    _contents(batch, names, tags)
    _release(batch, names, by)
    put_in_lists(batch, tags)
    index_new(moved.edition.pk for moved in batch if moved.released)
    record_all([_act(moved) for moved in batch], by=by)
    if any(moved.released for moved in batch):
        note_everything()


def _articles(batch: Sequence[Moved], by: User) -> None:
    for moved, number in zip(batch, _numbers(batch), strict=True):
        moved.article = Article(
            number=number,
            first_published_at=moved.released,
            import_id=moved.import_id,
            slug=moved.slug,
            created_by=by,
            **moved.facts,
            **{f"{act}_by": by for act in ACTS if moved.facts.get(f"{act}_at")},
        )
    Article.objects.bulk_create([moved.article for moved in batch])
    Placing.objects.bulk_create(
        Placing(article=moved.article, column=column, pinned_until=until)
        for moved in batch
        for column, until in moved.placings.items()
    )
    old = [moved for moved in batch if moved.old_address]
    Redirect.objects.bulk_create(
        [Redirect(path=moved.old_address, article=moved.article) for moved in old],
        ignore_conflicts=True,
    )


def _numbers(batch: Sequence[Moved]) -> Iterator[int | None]:
    """The number that each had where it came from, if it is free here; else the next one."""
    one_at_a_time("article-number")
    last: int = Article.objects.aggregate(last=Max("number"))["last"] or 0
    wanted = [moved.number for moved in batch if moved.number]
    taken = set(Article.objects.filter(number__in=wanted).values_list("number", flat=True))
    for moved in batch:
        if moved.released is None:
            yield None
            continue
        free = moved.number is not None and moved.number not in taken
        number = moved.number if free and moved.number else last + 1
        taken.add(number)
        last = max(last, number)
        yield number


def _editions(batch: Sequence[Moved], names: Mapping[str, str], by: User) -> None:
    for moved in batch:
        document = moved.document
        moved.edition = Edition(
            article=moved.article,
            number=1,
            column=moved.column,
            column_name=moved.column.name if moved.released else "",
            created_by=by,
            salt=new_salt().hex(),
            **{name: getattr(document, name) for name in SAME},
        )
        if moved.released:
            moved.edition.rendered = _rendered(moved, names)
            moved.edition.rendered_by = WRITER
    Edition.objects.bulk_create([moved.edition for moved in batch])
    note_titles(moved.edition for moved in batch)
    EditionAuthor.objects.bulk_create(
        EditionAuthor(edition=moved.edition, user=by) for moved in batch
    )


def _rendered(moved: Moved, names: Mapping[str, str]) -> str:
    number = moved.article.number
    around = Surroundings(names, lambda sha256: f"/articles/{number}/files/{sha256}", _sizes(moved))
    return write_body(moved.document, around)


def _sizes(moved: Moved) -> dict[str, tuple[int, int]]:
    shown = rows.pictures_of(moved.document)
    files = StoredFile.objects.filter(pk__in=shown) if shown else ()
    return {one.pk: (one.width, one.height) for one in files if one.width and one.height}


def _contents(batch: Sequence[Moved], names: Mapping[str, str], tags: Tags) -> None:
    for moved in batch:
        said = enumerate(moved.document.parts, start=1)
        moved.parts = [rows.part_row(moved.edition, part, position) for position, part in said]
        for part in moved.parts:
            part.region_name = names.get(part.region_id or "", "") if moved.released else ""
    Part.objects.bulk_create([part for moved in batch for part in moved.parts])
    insert(
        [
            row
            for moved in batch
            for part, said in zip(moved.parts, moved.document.parts, strict=True)
            for row in rows.section_rows(part, said)
        ]
    )
    tags.give({moved.edition: moved.document.tags for moved in batch})
    for moved in batch:
        if moved.document.attachments:
            rows.write_attachments(moved.edition, moved.document.attachments)
    FileUse.objects.bulk_create(_uses(batch))


def _uses(batch: Sequence[Moved]) -> Iterator[FileUse]:
    for moved in batch:
        for sha256 in rows.pictures_of(moved.document):
            yield FileUse(edition=moved.edition, file_id=sha256)


RELEASE = (
    "UPDATE bulletins_edition SET state = %s, digest = %s, released_as = %s, released_by_id = %s,"
    " released_at = %s, live_from = %s, live_until = %s, rendered_facts = %s WHERE id = %s"
)


def _release(batch: Sequence[Moved], names: Mapping[str, str], by: User) -> None:
    """Each with its own digest and time: one statement, many times."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    facts = facts_of_all([moved.edition.pk for moved in batch])
    values = []
    for moved in batch:
        if moved.released is None:
            continue
        said = _as_sealed(moved)
        seal = digest(said, names, bytes.fromhex(moved.edition.salt))
        begins = connection.ops.adapt_datetimefield_value(moved.released)
        moved.edition.digest = seal
        ends = connection.ops.adapt_datetimefield_value(moved.article.ends)
        released = (State.RELEASED, seal, ReleasedAs.IMPORTED, by.pk, now, begins, ends)
        around = json.dumps(facts[moved.edition.pk], ensure_ascii=False)
        values.append((*map(str, released[:3]), *released[3:], around, moved.edition.pk))
    repeat(RELEASE, values)


def _as_sealed(moved: Moved) -> Document:
    """The document as its rows will say it."""
    return replace(moved.document, column=moved.column.name)


def _act(moved: Moved) -> Act:
    edition = moved.edition
    facts = {"article": moved.article.pk, "number": moved.article.number, "digest": edition.digest}
    facts |= {"since": "、".join(sorted(moved.facts))} if moved.facts else {}
    return Act("import_article", edition, facts)
