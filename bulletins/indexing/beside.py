"""Processes of their own that make texts into rows, while this one reads and writes.

They are forks that touch no database: words and readings that are known here need not be loaded
there. One whose parent is gone goes, too; where one is gone, the work is done here.
"""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from queue import Empty
from typing import Any

from bulletins.indexing.cutting import cutter
from bulletins.indexing.making import Row, Said, rows_of_texts, tokens_of_rows
from bulletins.indexing.sounds import sounds_of

Made = tuple[list[Row], list[str]]  # rows, and their tokens where they are needed
MOST = 3  # one writes for them all
AHEAD = 2  # batches that wait for each
PATIENCE = 1.0  # seconds until it is looked whether the other side still lives


class Maker:
    """How texts become rows. words: of the office; spelt: with their tokens."""

    def __init__(self, words: Iterable[str], *, spelt: bool) -> None:
        self.words, self.spelt = tuple(words), spelt

    def make(self, said: Sequence[Said]) -> Made:
        rows = rows_of_texts(said, self.words, {})
        return rows, tokens_of_rows(rows) if self.spelt else []


def made(batches: Iterable[Sequence[Said]], maker: Maker, *, apart: bool) -> Generator[Made]:
    """Of each batch, in order. apart: in other processes, some batches ahead."""
    if not apart:
        yield from map(maker.make, batches)
        return
    with _helpers(maker) as helpers:
        waiting: deque[tuple[_Helper, Sequence[Said]]] = deque()
        for number, batch in enumerate(batches):
            helper = helpers[number % len(helpers)]
            helper.ask(batch)
            waiting.append((helper, batch))
            if len(waiting) > AHEAD * len(helpers):
                yield _taken(*waiting.popleft(), maker)
        while waiting:
            yield _taken(*waiting.popleft(), maker)


class _Helper:
    """Another process, what it is asked, and what it has made. Each side closes the ends of the
    other's, or it would wait for ever for the rest of what somebody wrote who was killed.
    """

    def __init__(self, maker: Maker) -> None:
        context: Any = get_context("fork")
        self.asked, self.made = context.Queue(), context.Queue()
        self.process = context.Process(
            target=_work, args=(self.asked, self.made, maker), daemon=True
        )
        self.process.start()
        self.asked._reader.close()
        self.made._writer.close()
        self.asked._ignore_epipe = True  # of one that is gone, nobody complains
        self.is_gone = False

    def ask(self, batch: Sequence[Said]) -> None:
        if not self.is_gone:
            self.asked.put(batch)

    def answer(self) -> Made | None:
        """What it has made next; None once it is gone: what it left is as good as lost."""
        while not self.is_gone:
            try:
                found: Made = self.made.get(timeout=PATIENCE)
            except Empty:
                self.is_gone = not self.process.is_alive()
            except (EOFError, OSError):
                self.is_gone = True
            else:
                return found
        return None


@contextmanager
def _helpers(maker: Maker) -> Iterator[list[_Helper]]:
    """As many as there are processors beside the one that this process needs."""
    cutter(maker.words).cut("")  # loaded once, for all
    sounds_of("一")
    many = min(max(len(os.sched_getaffinity(0)) - 1, 1), MOST)
    helpers = [_Helper(maker) for _ in range(many)]
    try:
        yield helpers
    finally:
        for helper in helpers:
            helper.asked.cancel_join_thread()
            helper.process.terminate()
            helper.process.join()


def _taken(helper: _Helper, batch: Sequence[Said], maker: Maker) -> Made:
    found = helper.answer()
    return maker.make(batch) if found is None else found


def _work(asked: Any, made: Any, maker: Maker) -> None:
    asked._writer.close()
    made._reader.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that writes stops, and stops us
    made.cancel_join_thread()
    parent = parent_process()
    while parent and parent.is_alive():
        try:
            batch = asked.get(timeout=PATIENCE)
        except Empty:
            continue
        except (EOFError, OSError):
            return
        made.put(maker.make(batch))
