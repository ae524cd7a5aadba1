"""An export by two processes, from a process of its own: a test's may hold a browser, and must not fork.

python -m tests.export.apart MOMENT FOLDER UPLOADS [killed]: out comes what went wrong, if anything did.
"""

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import django
import time_machine
from django.conf import settings
from django.utils import timezone

from tests.serving import ROOT, database_url


def export_apart(folder: Path, *words: str) -> str:
    """What it says; at the tests' own moment, database and uploads."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": database_url(),
        "PYTHONPATH": str(ROOT),
    }
    said = (timezone.now().isoformat(), str(folder), str(settings.MEDIA_ROOT))
    command = [sys.executable, "-m", "tests.export.apart", *said]
    done = subprocess.run(
        [*command, *words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def main(moment: str, folder: str, uploads: str, *words: str) -> None:
    django.setup()
    from bulletins.pages.export import making
    from bulletins.pages.export.exporting import export_site

    def killed(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    settings.MEDIA_ROOT = uploads
    making.EACH = 20  # many heaps to be handed out
    with time_machine.travel(datetime.fromisoformat(moment)):
        if not words:
            export_site(Path(folder), processes=2, anew=True)
            return
        try:
            with patch("bulletins.public.home.home_of", killed):
                export_site(Path(folder), processes=2, anew=True)
        except RuntimeError as problem:
            sys.stdout.write(str(problem))


if __name__ == "__main__":
    main(*sys.argv[1:])
