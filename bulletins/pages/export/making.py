"""Pages are asked for and written down, by several processes at once."""

import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import NamedTuple

from django.db import connections

from bulletins.drafting import kept_whole
from bulletins.models.standstill import standstill
from bulletins.pages.export.asking import Answer, Asker
from bulletins.store import last_noted

AHEAD = 2  # heaps that a process knows of
EACH = 360  # addresses that are handed to a process at once
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
TROUBLE = "有一个导出进程没有做完：{}"


class Job(NamedTuple):
    """file: where the answer belongs, inside the tree; "" where it is only looked at."""

    address: str
    file: str
    gone: str = ""
    article: int = 0


class Made(NamedTuple):
    """What was answered, and the file that was written of it, if one was.

    seen: the last row of the log that it can have seen.
    """

    address: str
    status: int
    file: str = ""
    sha256: str = ""
    size: int = 0
    type: str = ""
    disposition: str = ""
    location: str = ""
    written: int = 0
    seen: int = 0


def make(tree: Path, jobs: Sequence[Job], processes: int) -> Iterator[Made]:
    """In any order. An address that fails stops everything."""
    heaps = _heaps(jobs)
    if processes < 2 or len(heaps) < 2:
        asker = Asker()
        for heap in heaps:
            yield from _heap(asker, tree, heap)
        return
    connections.close_all()  # no two processes may speak through one
    gc.freeze()  # what was planned is never looked through again, nor copied for that
    yield from _together(tree, heaps, processes)


def _heaps(jobs: Sequence[Job]) -> list[list[Job]]:
    """What belongs to one article stays together."""
    ordered = sorted(jobs, key=lambda job: job.article)
    heaps: list[list[Job]] = []
    for job in ordered:
        full = not heaps or len(heaps[-1]) >= EACH
        if full and (not heaps or not job.article or heaps[-1][-1].article != job.article):
            heaps.append([])
        heaps[-1].append(job)
    return heaps


def _together(tree: Path, heaps: list[list[Job]], processes: int) -> Iterator[Made]:
    """Forked, so that what was loaded is there; one that is left alone stops."""
    context = get_context("fork")
    lines: list[Connection] = []
    workers = []
    for _ in range(processes):
        ours, theirs = context.Pipe()
        lines.append(ours)
        said = (tree, heaps, theirs, list(lines))
        workers.append(context.Process(target=_work, args=said, daemon=True))
        workers[-1].start()
        theirs.close()
    yield from _gathered(lines, len(heaps))
    for worker in workers:
        worker.join()


def _gathered(lines: list[Connection], count: int) -> Iterator[Made]:
    """Heaps are handed out by their numbers, the next one before the last is done."""
    numbers = iter(range(count))
    for each in lines * AHEAD:
        _hand_out(each, numbers)
    while lines:
        for line in wait(lines):
            assert isinstance(line, Connection)
            try:
                heap = line.recv()
                if isinstance(heap, list):
                    _hand_out(line, numbers)
            except (EOFError, OSError):
                raise RuntimeError(TROUBLE.format("它被停止了")) from None
            if heap is None:
                lines.remove(line)
            elif isinstance(heap, str):
                raise RuntimeError(TROUBLE.format(heap))
            else:
                yield from heap


def _hand_out(line: Connection, numbers: Iterator[int]) -> None:
    """None is the last that a process is told; it may be gone by then."""
    number = next(numbers, None)
    if number is not None:
        line.send(number)
        return
    with suppress(BrokenPipeError):
        line.send(None)


def _work(tree: Path, heaps: list[list[Job]], line: Connection, others: list[Connection]) -> None:
    for other in others:
        other.close()
    gc.set_threshold(50_000, 20, 50)
    asker = Asker()
    try:
        while (number := line.recv()) is not None:
            line.send(_heap(asker, tree, heaps[number]))
        line.send(None)
    except (EOFError, BrokenPipeError):  # nobody is there to whom it could be told
        os._exit(1)
    except Exception as problem:
        line.send(f"{type(problem).__name__}: {problem}")
    connections.close_all()


def _heap(asker: Asker, tree: Path, heap: Sequence[Job]) -> list[Made]:
    """Texts are read together, and once for all that is made of them."""
    with standstill(), kept_whole({job.article for job in heap if job.article}):
        made = [_made(asker, tree, job) for job in heap]
    seen = last_noted()
    return [one._replace(seen=seen) for one in made]


def _made(asker: Asker, tree: Path, job: Job) -> Made:
    answer = asker.ask(job.address)
    place = {200: job.file, 410: job.gone}.get(answer.status, "")
    told = answer.headers.get
    made = Made(
        job.address,
        answer.status,
        type=told("Content-Type", ""),
        disposition=told("Content-Disposition", ""),
        location=told("Location", ""),
    )
    if not place:
        _drain(answer)
        return made
    sha256, size, written = write(f"{tree}/{place}", answer.pieces)
    return made._replace(file=place, sha256=sha256, size=size, written=written)


def write(file: str | Path, pieces: Iterable[bytes]) -> tuple[str, int, int]:
    """SHA-256, size and time of a new file; one that lies there may be an older tree's, too."""
    found, size = hashlib.sha256(), 0
    with open(_opened(str(file)), "wb") as out:
        for piece in pieces:
            found.update(piece)
            size += len(piece)
            out.write(piece)
        out.flush()
        written = os.fstat(out.fileno()).st_mtime_ns
    return found.hexdigest(), size, written


def _opened(file: str) -> int:
    """By its number, as the system knows it: fewer calls than by a path."""
    folder = os.path.dirname(file)
    _make_once(folder)
    try:
        return os.open(file, NEW, 0o666)
    except FileNotFoundError:  # it was taken away since
        os.makedirs(folder, exist_ok=True)
    except FileExistsError:
        os.unlink(file)
    return os.open(file, NEW, 0o666)


@lru_cache(maxsize=4096)
def _make_once(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _drain(answer: Answer) -> None:
    for _ in answer.pieces:
        pass
