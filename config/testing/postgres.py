"""A PostgreSQL of the tests' own: found on the machine, on a unix socket, thrown away after."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here needs to survive a power cut.
FAST = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
DEBIAN = Path("/usr/lib/postgresql")


def find_binaries() -> Path | None:
    """The folder of initdb and its friends: on PATH, or where Debian puts them, newest first."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(DEBIAN.glob("*/bin"), key=_version, reverse=True)
    return next((place for place in places if _is_whole(place)), None)


def _is_whole(place: Path) -> bool:
    """A lone link to one of the programs, somewhere on PATH, is not a server."""
    return all((place / name).exists() for name in ("initdb", "postgres", "pg_ctl"))


def _version(place: Path) -> int:
    name = place.parent.name
    return int(name) if name.isdigit() else 0


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """Start a fresh cluster and give its address; stop it and remove every trace in the end."""
    # A unix socket's path has room for 107 characters: straight below the temporary folder.
    with tempfile.TemporaryDirectory(prefix="lantai-pg-") as name:
        folder = Path(name)
        make(binaries, folder)
        with serving(binaries, folder, folder, stop="immediate") as url:
            yield url


def make(binaries: Path, folder: Path) -> None:
    """A new cluster in an empty folder, which is given to whoever will run it."""
    give_away(folder)
    access = ["-A", "trust", "-U", "lantai"]
    language = ["-E", "UTF8", "--locale=C.UTF-8"]
    _run(binaries / "initdb", "-D", folder / "data", *access, *language, "--no-sync")


@contextmanager
def serving(
    binaries: Path, folder: Path, sockets: Path, *, options: str = "", stop: str = "fast"
) -> Iterator[str]:
    """Run the cluster of that folder while its address is needed.

    sockets: a folder with a short path, given away like the cluster's. stop: pg_ctl's word for how.
    """
    control = [binaries / "pg_ctl", "-D", folder / "data", "-w"]
    said = f"{FAST} {options} -c unix_socket_directories='{sockets}'"
    _run(*control, "-l", folder / "log", "-o", said, "start")
    try:
        yield f"postgresql://lantai@/postgres?host={sockets}"
    finally:
        _run(*control, "-m", stop, "stop")


def process_of(folder: Path) -> int:
    """The first process of the cluster that runs in that folder."""
    return int((folder / "data" / "postmaster.pid").read_text().split()[0])


def give_away(folder: Path) -> None:
    """PostgreSQL refuses to run as root: the folder goes to whoever will run it."""
    if os.geteuid() == 0:
        owner = pwd.getpwnam(_unprivileged())
        os.chown(folder, owner.pw_uid, owner.pw_gid)


def _unprivileged() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(*command: object) -> None:
    """Run one of PostgreSQL's programs, as somebody else if we are root, quietly if it works."""
    become = ["runuser", "-u", _unprivileged(), "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        become + [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd="/",
    )
    if done.returncode:
        raise SystemExit(f"PostgreSQL 没有启动：\n{done.stdout.decode()}{done.stderr.decode()}")
