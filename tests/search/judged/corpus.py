"""The texts of the judged set: the demo's published ones and those in texts/, every day the same.

A file of texts/ holds several texts parted by a line ----, each like a script of the demo with a
fixed day (发布：2024-05-10 10:00). One with 年：2019、2020 is as many texts, points-2019 and so on: a
line that begins 〔2019〕 stands in that year's only. All of it is invented.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from accounts.models import User
from bulletins.demo import moments
from bulletins.demo.documents import document_of
from bulletins.demo.office import furnish
from bulletins.demo.scripts import Script, read_script, scripts
from bulletins.document.cleaning import cleaned
from bulletins.document.keys import with_keys
from bulletins.document.wording import BEIJING
from bulletins.filetexts import read_due
from bulletins.models import Article, Column, LexiconEntry, LexiconKind
from bulletins.moving.batches import store
from bulletins.moving.moved import Moved
from bulletins.moving.tags import Tags
from bulletins.workflow.lexicon import save_entry
from regions.directory import gazetteer
from regions.loading import load as load_regions
from regions.models import Region
from regions.names import Gazetteer
from tests.search.judged.judgements import synonyms

TEXTS = Path(__file__).parent / "texts"
TODAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 12, tzinfo=BEIJING)
BETWEEN = "\n----\n"


def texts() -> list[tuple[Script, datetime]]:
    """Each with the moment of its publication, the oldest first."""
    return sorted([*_demo(), *_own()], key=lambda one: (one[1], one[0].name))


def load(by: User) -> dict[int, str]:
    """Into an empty office, with its synonyms, the attachments read; out comes the name of each text by its article's number."""
    load_regions()
    columns, names = furnish(by=by), gazetteer()
    moved = [_moved(script, released, columns, names, by) for script, released in texts()]
    store(moved, dict(Region.objects.values_list("code", "short_name")), Tags(), by)
    for _ in read_due():
        pass
    for group in synonyms():
        save_entry(LexiconEntry(kind=LexiconKind.SYNONYMS, words="\n".join(group)), by=by)
    return {
        one.number: one.import_id for one in Article.objects.all() if one.number and one.import_id
    }


def _demo() -> Iterator[tuple[Script, datetime]]:
    """What the demo's office published and did not take back."""
    for script in scripts():
        gone = any(said.startswith("撤下") for said in script.after[-1:])
        if script.said("发布") and not gone:
            yield script, moments.past(script.said("发布"), TODAY)


def _own() -> Iterator[tuple[Script, datetime]]:
    for path in sorted(TEXTS.glob("*.txt")):
        for text in path.read_text(encoding="utf-8").strip().split(BETWEEN):
            script = read_script(text, "")
            for one, said in _years(replace(script, name=script.said("名"))):
                yield one, datetime.strptime(said, "%Y-%m-%d %H:%M").replace(tzinfo=BEIJING)


def _years(script: Script) -> Iterator[tuple[Script, str]]:
    """The text itself, or that of every year."""
    if not script.said("年"):
        yield script, script.said("发布")
    for year in script.several("年"):
        text = "\n".join(_of_year(script.text, year))
        one = replace(script, name=f"{script.name}-{year}", text=text)
        yield one, f"{year}-{script.said('发布')}"


def _of_year(text: str, year: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("〔") or line.startswith(f"〔{year}〕"):
            yield line.removeprefix(f"〔{year}〕")


def _moved(
    script: Script,
    released: datetime,
    columns: dict[str, Column],
    names: Gazetteer,
    by: User,
) -> Moved:
    document = with_keys(cleaned(document_of(script, released.date(), names, by=by)))
    column = columns[script.said("栏目")]
    return Moved(document=document, column=column, import_id=script.name, released=released)
