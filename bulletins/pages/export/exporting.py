"""From what lies there already to what the site says now, until nothing differs any more."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from bulletins.pages.export.articles import FORMS
from bulletins.pages.export.folder import Folder, folder_for_export, locked
from bulletins.pages.export.known import remember
from bulletins.pages.export.making import Job, Made, make
from bulletins.pages.export.manifest import NAME, Kept, Manifest
from bulletins.pages.export.nginx import CONFIGURATION, configuration
from bulletins.pages.export.paths import file_of
from bulletins.pages.export.plan import Plan, plan_now
from bulletins.pages.export.refused import Refused
from bulletins.pages.export.standins import standins
from bulletins.pages.export.unchanged import is_intact, is_unchanged, leading_key, renew
from bulletins.pages.export.wanted import FOUND, GONE, Wanted
from bulletins.store import Log

ROUNDS = 8
RESTLESS = "网站一直在变，导出跟不上：请过一会儿再试；原来的导出没有动"
FAILED = "{} 答复 {}，没有导出；原来的导出没有动。请看日志，改好后再试"
UNSAID = "地址太长或有特殊的字，不能存成文件"
STRANGE = "答复 {}，没有导出"
UNSURE = ""  # the key of what may have been made of something that was meanwhile changed back


class Outcome(NamedTuple):
    """What was made anew, what was taken over, what is gone; left_out with the reason."""

    manifest: Manifest
    made: int
    kept: int
    removed: int
    reload: bool

    @property
    def files(self) -> int:
        return sum(1 for one in self.manifest.files.values() if one.path)


def export_site(
    path: Path, *, processes: int = 1, forms: Sequence[str] = FORMS, anew: bool = False
) -> Outcome:
    """Raises Refused; whatever happens, what was served stays whole until the new tree is."""
    folder = folder_for_export(path)
    with locked(folder):
        remember(folder.path)
        folder.sweep()
        log, before = Log(), None if anew else _before(folder)
        plan, old = plan_now(forms), folder.current
        if before and old and is_unchanged(plan, before, old) and not log.has_grown():
            pages = sum(1 for one in before.files if one.startswith("/"))
            return Outcome(renew(plan, before, old), 0, pages, 0, reload=False)
        state = State(folder, folder.new_tree(), processes)
        state.take_over(before, plan)
        for _ in range(ROUNDS):
            if not state.bring_to(plan, log) and not log.has_grown():
                return state.publish(plan)
            log = Log()  # before the plan: what is noted while it is made is after it
            plan = plan_now(forms)
        raise Refused(RESTLESS)


def _before(folder: Folder) -> Manifest | None:
    """What was exported last; nothing, where it cannot be trusted."""
    try:
        return folder.manifest()
    except Refused:
        return None


@dataclass
class State:
    """have: what lies in the new tree, by address; standins: what is no address's.

    faulty: address → key and answer.
    """

    folder: Folder
    tree: Path
    processes: int
    have: dict[str, Kept] = field(default_factory=dict)
    standins: dict[str, Kept] = field(default_factory=dict)
    moved: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    faulty: dict[str, tuple[str, int]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    before: Manifest | None = None
    made: int = 0
    kept: int = 0

    def take_over(self, before: Manifest | None, plan: Plan) -> None:
        """What cannot have changed, and lies there as it was written: the same file, linked."""
        self.before, old = before, self.folder.current
        if before is None or old is None:
            return
        for wanted in (*plan.wanted.values(), *plan.gone.values()):
            kept = before.files.get(wanted.address)
            if kept and kept.key == wanted.key and self._link(old, kept):
                self.have[wanted.address] = kept
                self.kept += 1

    def bring_to(self, plan: Plan, log: Log) -> bool:
        """Whether anything had to be done. log: of what was noted since the plan was begun."""
        dropped = self._drop(plan)
        jobs = [*self._jobs(plan), *self._asked(plan)]
        wanted = {**plan.wanted, **plan.gone}
        for made in make(self.tree, jobs, self.processes):
            self._note(made, wanted.get(made.address), plan, log)
        self.standins = standins(self.tree, plan.generation)
        return bool(jobs or dropped)

    def publish(self, plan: Plan) -> Outcome:
        """The manifest comes last into the tree, and the tree into its place."""
        moved = self._moved(plan)
        self.have |= self.standins
        below = [one for one in plan.moved.values() if one.below]
        said = configuration(leading_key(plan), self.have, moved, below)
        self.have[CONFIGURATION] = said.lay(self.tree)
        before = self.before.files if self.before else {}
        manifest = Manifest(
            settings.SITE_URL,
            plan.generation,
            plan.at,
            plan.valid_until,
            plan.forms,
            dict(sorted(self.have.items())),
            moved,
            {**self.left_out, **{one: STRANGE.format(s) for one, (_, s) in self.faulty.items()}},
        )
        manifest.write(self.tree / NAME)
        self.folder.switch(self.tree)
        self.folder.sweep()
        removed = sum(1 for one in before if one not in self.have)
        old = before.get(CONFIGURATION)
        reload = old is None or old.sha256 != self.have[CONFIGURATION].sha256
        return Outcome(manifest, self.made, self.kept, removed, reload)

    def _link(self, old: Path, kept: Kept) -> bool:
        if not kept.path:
            return True
        if is_intact(old, kept):
            _link(old / kept.path, self.tree / kept.path)
            return True
        return False

    def _drop(self, plan: Plan) -> bool:
        """What the site does not say any more."""
        gone = [one for one in self.have if one not in plan.wanted and one not in plan.gone]
        for address in gone:
            self._unlink(self.have.pop(address))
        for address in [one for one in self.faulty if one not in plan.wanted]:
            del self.faulty[address]
        return bool(gone)

    def _jobs(self, plan: Plan) -> Iterable[Job]:
        for wanted in plan.wanted.values():
            if self._is_due(wanted):
                file = file_of(wanted.address)
                if file is None:
                    self.left_out[wanted.address] = UNSAID
                else:
                    yield Job(wanted.address, f"site/{file}", f"gone/{file}", wanted.article)
        for wanted in plan.gone.values():
            if self._is_due(wanted):
                yield Job(wanted.address, "", f"gone/{file_of(wanted.address)}", wanted.article)

    def _is_due(self, wanted: Wanted) -> bool:
        have, faulty = self.have.get(wanted.address), self.faulty.get(wanted.address)
        if wanted.address in self.left_out or (faulty and faulty[0] == wanted.key):
            return False
        return have is None or have.key != wanted.key

    def _asked(self, plan: Plan) -> Iterable[Job]:
        """Where a merged column's shares lead."""
        for one in plan.moved.values():
            known = self.moved.get(one.address)
            if not one.to and (known is None or known[0] != plan.generation):
                yield Job(one.address, "")

    def _note(self, made: Made, wanted: Wanted | None, plan: Plan, log: Log) -> None:
        if made.status >= 500:
            raise Refused(FAILED.format(made.address, made.status))
        key = wanted.key if wanted else plan.generation
        if log.touches(made.address, made.seen):
            key = UNSURE
        if wanted is None:  # a merged column's
            self.moved[made.address] = key, made.status, made.location
            return
        self.made += 1
        self.faulty.pop(made.address, None)
        before = self.have.pop(made.address, None)
        if before and before.path != made.file:
            self._unlink(before)
        is_gone = made.address in plan.gone
        fine = (GONE, 302) if is_gone else (FOUND, *wanted.may_be)
        if made.status not in fine:
            self._unlink(_kept(made, key))
            self.faulty[made.address] = key, made.status
            return
        self.have[made.address] = _kept(made, key)

    def _moved(self, plan: Plan) -> dict[str, tuple[int, str]]:
        """What was replaced leads on from its old addresses, too."""
        replaced = {one: kept.type for one, kept in self.have.items() if kept.status == 302}
        found = {one: (302, to) for one, to in replaced.items()}
        for one in plan.moved.values():
            status, to = one.status, one.to
            if not to:
                _, status, to = self.moved.get(one.address, ("", 404, ""))
            elif status == GONE and (instead := replaced.get(f"/articles/{to}/")):
                status, to = 302, instead
            if status in (301, 302, GONE):
                found[one.address] = status, to
        return found

    def _unlink(self, kept: Kept) -> None:
        if kept.path:
            (self.tree / kept.path).unlink(missing_ok=True)


def _kept(made: Made, key: str) -> Kept:
    """Of what leads on, the type is where to."""
    kind = made.location if made.status == 302 else made.type
    return Kept(
        made.file, made.sha256, made.size, key, made.status, kind, made.disposition, made.written
    )


def _link(file: Path, new: Path) -> None:
    try:
        os.link(file, new)
    except FileNotFoundError:
        new.parent.mkdir(parents=True, exist_ok=True)
        os.link(file, new)
