"""Pages are asked for and written down, by several processes at once."""

import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import NamedTuple

from django.db import connections

from bulletins.drafting import kept_whole
from bulletins.models.standstill import standstill
from bulletins.pages.export.asking import Answer, Asker
from bulletins.store import last_noted

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
    yield from _together(tree, [heaps[n::processes] for n in range(processes)])


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


def _together(tree: Path, shares: Sequence[list[list[Job]]]) -> Iterator[Made]:
    """Forked, so that what was loaded is there; one that is left alone stops."""
    context = get_context("fork")
    readers: list[Connection] = []
    workers = []
    for share in shares:
        reader, writer = context.Pipe(duplex=False)
        readers.append(reader)
        said = (tree, share, writer, list(readers), os.getpid())
        workers.append(context.Process(target=_work, args=said, daemon=True))
        workers[-1].start()
        writer.close()
    yield from _gathered(readers)
    for worker in workers:
        worker.join()


def _gathered(readers: list[Connection]) -> Iterator[Made]:
    while readers:
        for reader in wait(readers):
            assert isinstance(reader, Connection)
            try:
                heap = reader.recv()
            except EOFError:
                raise RuntimeError(TROUBLE.format("它被停止了")) from None
            if heap is None:
                readers.remove(reader)
            elif isinstance(heap, str):
                raise RuntimeError(TROUBLE.format(heap))
            else:
                yield from heap


def _work(
    tree: Path, share: list[list[Job]], writer: Connection, others: list[Connection], parent: int
) -> None:
    for other in others:
        other.close()
    gc.set_threshold(20_000, 20, 20)
    asker = Asker()
    try:
        for heap in share:
            if os.getppid() != parent:
                os._exit(1)
            writer.send(_heap(asker, tree, heap))
        writer.send(None)
    except Exception as problem:
        writer.send(f"{type(problem).__name__}: {problem}")
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
    """By its number, as the system knows it: three calls fewer than by a path."""
    try:
        return os.open(file, NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
    except FileExistsError:
        os.unlink(file)
    return os.open(file, NEW, 0o666)


def _drain(answer: Answer) -> None:
    for _ in answer.pieces:
        pass
