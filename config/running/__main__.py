"""`make run`, first half: look whether it can work at all, install, go on inside `.venv`."""

import os

from config import install
from config.running import data, doorway, wishes


def main() -> None:
    """Refuse early, install what is missing, then become the server."""
    wanted = wishes.read(os.environ)
    doorway.open_at(wanted).close()
    data.prepare(wanted.data)
    install.prepare("run")
    os.execv(install.PYTHON, [str(install.PYTHON), "-m", "config.running.server"])


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("已停止。") from None
