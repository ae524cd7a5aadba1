"""The store's folder, and what holds for it at one moment.

``whole/`` has answers with their headers, for the app; ``plain/`` the bodies alone, for nginx;
``beats/`` signs of life, one a second; ``trash/`` what was taken out. ``position`` says what was
applied, ``machine`` whose store it is; who writes anything but beats holds the lock.
"""

import fcntl
import hashlib
import json
import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings

from bulletins.store.places import GZIPPED, folder_of, place_of

TREES = ("plain", "whole")
PATIENCE, BIT = 2.0, 0.005  # seconds: for the lock in all, and between two tries


@dataclass(frozen=True, slots=True)
class Position:
    """What a store has applied.

    generation: of the program that fills it. day: in Beijing; pages are of one day. purge and made:
    the last row of the log. until: what began or ended by itself up to then is out.
    """

    generation: str
    day: str
    purge: int
    made: str
    until: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.until)

    def written(self) -> bytes:
        return json.dumps(asdict(self)).encode()


@dataclass(frozen=True, slots=True)
class Folder:
    """One store on this machine."""

    root: Path

    @contextmanager
    def locked(self, patience: float | None = None) -> Iterator[None]:
        """Nobody else fills or purges meanwhile, in this process or another.

        Raises OSError; TimeoutError where somebody holds it all that time (a process that was
        stopped): a verb and a reader's question must not hang with him.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / "lock").open("ab") as held:
            _lock(held, time.monotonic() + (PATIENCE if patience is None else patience))
            yield

    def read_position(self) -> bytes:
        """As it is written; nothing where there is none."""
        with suppress(FileNotFoundError):
            return (self.root / "position").read_bytes()
        return b""

    def position(self) -> Position | None:
        try:
            return Position(**json.loads(self.read_position()))
        except (ValueError, TypeError):
            return None

    def write_position(self, position: Position) -> None:
        self.write("position", position.written())

    def write(self, name: str, data: bytes, at: int | None = None) -> None:
        """Whole or not at all, also where the power goes. at: its time, in seconds."""
        place = self.root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._made("temp"), delete=False) as file:
            try:
                file.write(data)
                file.flush()
                os.chmod(file.name, 0o640)
                if at is not None:
                    os.utime(file.name, (at, at))
                os.replace(file.name, place)
            except BaseException:
                os.unlink(file.name)
                raise

    def machine(self) -> str:
        """Which store this is, among those of one site: as long as its folder is there.

        No host name: containers have another one at every start.
        """
        place = self.root / "machine"
        if not place.exists():
            with self.locked():
                if not place.exists():
                    self.write("machine", secrets.token_hex(8).encode())
        return place.read_text()

    def clear_temp(self) -> None:
        """Under the lock: what lies there then, was left by a process that was killed."""
        with suppress(FileNotFoundError):
            for one in os.scandir(self.root / "temp"):
                os.unlink(one.path)

    def take_out(self, address: str) -> None:
        """What stands there, or, where it ends in "*", all below it: at once, however much."""
        below = address.endswith("*")
        place = folder_of(address) if below else place_of(address)
        for tree in TREES if place else ():
            self._throw_away(self.root / tree / str(place))
            if not below:
                self._throw_away(self.root / tree / f"{place}{GZIPPED}")

    def size(self) -> int:
        """No less than it holds, trash included; counted anew by the poller."""
        try:
            return int((self.root / "size").read_bytes() or b"0")
        except (FileNotFoundError, ValueError):
            return 0

    def empty(self) -> None:
        """There is room again when the trash was emptied."""
        for tree in TREES:
            self._throw_away(self.root / tree)

    def _throw_away(self, place: Path) -> None:
        with suppress(FileNotFoundError, NotADirectoryError):
            os.rename(place, self._made("trash") / secrets.token_hex(8))

    def _made(self, name: str) -> Path:
        place = self.root / name
        place.mkdir(parents=True, exist_ok=True)
        return place


def stamp(data: bytes) -> int:
    """A second in the past, made of the bytes.

    nginx makes its ETag of a file's second and its size: so what is another page has another one,
    however soon it comes, and what is the same page again has the same.
    """
    return int.from_bytes(hashlib.sha256(data).digest()[:4], "big") >> 2


def _lock(held: IO[bytes], until: float) -> None:
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            if time.monotonic() > until:
                raise TimeoutError(f"{held.name} is held by another process") from problem
            time.sleep(BIT)
        else:
            return


def is_on() -> bool:
    return settings.PAGE_STORE_MB > 0


def the_folder() -> Folder:
    return Folder(Path(settings.PAGE_STORE))
