"""kill -9 in the middle of any verb: the next start finds all of it or nothing of it.

The long run, of 300 kills: ``LANTAI_THOROUGH=1 python -m pytest tests/killed``.
"""

import os
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from pytest_django import Settings

from accounts.models import User
from bulletins.models import Role
from bulletins.workflow import VERBS
from tests.killed import promises
from tests.killed.acts import chosen
from tests.killed.victim import Point, killed
from tests.killed.world import World, made
from tests.office import Office, People

SEED = 20261130
THOROUGH = bool(os.environ.get("LANTAI_THOROUGH"))
KILLS, BATCH = (300, 50) if THOROUGH else (40, 20)


@pytest.fixture
def world(
    office: Office, people: People, places: None, settings: Settings, tmp_path: Path
) -> World:
    settings.MAILS = True
    boss = office.hire("boss", Role.ADMINISTRATOR)
    for person in User.objects.all():
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.cn")
    return made(office, people, boss, tmp_path)


@pytest.mark.django_db(transaction=True)
def test_whatever_is_killed_whenever_is_done_or_not_done(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    luck, came, kills = Random(SEED), Counter[str](), 0  # noqa: S311  no secret
    began, tries = time.monotonic(), 0
    while kills < KILLS or (THOROUGH and not came.keys() >= VERBS.keys()):
        tries += 1
        assert tries < 4 * KILLS, VERBS.keys() - came.keys()
        outcome = one_more(world, luck, came)
        kills += outcome == "killed"
        if tries % BATCH == 0:
            promises.check_everything()
    promises.check_everything()
    with capfd.disabled():
        took = time.monotonic() - began
        print(f"\n{kills} kills in {took:.1f} s, {dict(sorted(came.items()))}")  # noqa: T201
    assert came["refused"] * 5 < tries
    assert came["killed, nothing done"] > kills / 4
    assert came["killed, all done"]


def one_more(world: World, luck: Random, came: Counter[str]) -> str:
    """One act, killed or not; the entry in the chain and the change are both there, or neither."""
    act = chosen(world, luck, came)
    before, seq = promises.snapshot(act.article), promises.last_entry()
    lists = promises.derived(act.article)
    known = promises.sessions()
    outcome = killed(act.take, Point.by(luck))
    promises.wait_for_the_engine(known)
    entries, after = promises.entries_since(seq), promises.snapshot(act.article)
    assert entries in ([], [act.name]), (act, entries)
    assert (after != before) == bool(entries), (act, entries)
    assert outcome != "done" or entries, act
    assert outcome != "refused" or not entries, act
    promises.start_again()
    if entries:
        promises.check_article(act.article)
    else:
        assert promises.derived(act.article) == lists, act
    word = f"{outcome}, {'all' if entries else 'nothing'} done" if outcome == "killed" else outcome
    came.update([word, act.name])
    return outcome
