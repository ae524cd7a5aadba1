"""What every line is read with: columns, regions, tags as this office has them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from accounts.models import User
from bulletins.document.plain import visible
from bulletins.document.tree import Document
from bulletins.drafting.limits import require_fits
from bulletins.models import FOREVER, Column
from bulletins.models.redirect import LONGEST_PATH, plain_address
from bulletins.moving.documents import document_from, fit
from bulletins.moving.fields import BadLine
from bulletins.moving.files import Files
from bulletins.moving.lines import Line, read_line
from bulletins.moving.moved import Moved
from bulletins.moving.tags import Tags
from bulletins.moving.taken_away import TakenAway
from bulletins.permissions import Refused
from regions.directory import gazetteer
from regions.models import Region


@dataclass
class Outcome:
    """What came of the file so far. known: articles that were here before. bad: line → sentence."""

    new: int = 0
    known: int = 0
    bad: dict[int, str] = field(default_factory=dict)


class Office:
    """Reads lines; what is wrong with one is noted, and keeps no other out."""

    def __init__(self, folder: Path, by: User, *, release: bool) -> None:
        self.files, self.release = Files(folder, by), release
        self.columns = {key: one for one in Column.objects.all() for key in (one.name, one.slug)}
        self.gazetteer = gazetteer()
        self.names = dict(Region.objects.values_list("code", "short_name"))
        self.tags = Tags()
        self.ids: set[str] = set()

    def read(
        self, batch: Iterable[tuple[int, str]], outcome: Outcome
    ) -> Iterator[tuple[int, Line]]:
        """The lines that can be read; an id that came before in the same file is a bad line."""
        for number, text in batch:
            if not text.strip():
                continue
            try:
                line = read_line(text)
                if line.id in self.ids:
                    raise BadLine(f"id“{line.id}”在文件中出现过")
            except BadLine as problem:
                outcome.bad[number] = str(problem)
                continue
            self.ids.add(line.id)
            yield number, line

    def understood(
        self, lines: Iterable[tuple[int, Line]], outcome: Outcome
    ) -> Iterator[tuple[int, Moved]]:
        """Articles to be stored, each with its line's number, their files stored already."""
        taken_away = TakenAway.now()
        for number, line in lines:
            try:
                taken_away.require_other(line, _path(line.texts["old_address"]))
                yield number, self._moved(line)
            except (BadLine, Refused) as problem:
                outcome.bad[number] = str(problem)

    def _moved(self, line: Line) -> Moved:
        column = self.columns.get(line.texts["column"].strip())
        if column is None:
            raise BadLine(f"没有栏目“{line.texts['column']}”：请先建立，或写成栏目的地址")
        released = self._released(line)
        if released and line.life.facts.get("ends_at", FOREVER) <= released:
            raise BadLine("ends_at 不晚于发布时间")
        document = document_from(line, self.gazetteer)
        self._require_regions(document)
        document = fit(self.files.taken(document, line))
        require_fits(document)
        return Moved(
            document=document,
            column=column,
            import_id=line.id,
            slug=visible(line.texts["slug"])[:200],
            old_address=_path(line.texts["old_address"]),
            released=released,
            number=line.number,
            facts=line.life.facts if released else {},
            placings=self._placings(line, column),
        )

    def _placings(self, line: Line, own: Column) -> dict[Column, datetime | None]:
        """Where else it is listed. One in its own column says only how long it is on top."""
        found = {}
        for name, until in line.life.placings:
            column = self.columns.get(name)
            if column is None:
                raise BadLine(f"placings：没有栏目“{name}”")
            if column in found:
                raise BadLine(f"placings：栏目“{name}”写了两次")
            if column != own or until:
                found[column] = until
        return found

    def _released(self, line: Line) -> datetime | None:
        if not self.release:
            return None
        if line.published is None:
            raise BadLine("没有发布时间 published：不能公开")
        if line.published > timezone.now():
            raise BadLine("发布时间在将来：迁移只收已经发布的")
        return line.published

    def _require_regions(self, document: Document) -> None:
        for part in document.parts:
            if part.region and part.region not in self.names:
                raise BadLine(f"没有代码为 {part.region} 的地区：请先载入地区")


def _path(address: str) -> str:
    """The path and query of an old address, "" where there is none. Raises BadLine."""
    found = plain_address(address.strip())
    if found and (not found.startswith("/") or found.startswith("//")):
        raise BadLine("old_address 应是网址，或 / 开头的路径")
    if len(found) > LONGEST_PATH:
        raise BadLine(f"old_address 超过 {LONGEST_PATH} 个字符")
    return found
