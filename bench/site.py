"""The environment a site of the bench runs in: its settings, and nothing of this shell's own."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OURS = ("CACHE_URL", "BEHIND_PROXY", "HSTS_SECONDS", "ALLOWED_HOSTS", "AUDIT_KEYS")


def environment(url: str, data: Path, port: int = 8000) -> dict[str, str]:
    """For a site on that database and port, with the settings of production."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATA_DIR": str(data),
        "DATABASE_URL": url,
        "SITE_URL": f"http://127.0.0.1:{port}",
        "LOG_LEVEL": "ERROR",
    }


def tell(module: str, environment: dict[str, str], *words: object) -> Any:
    """Run a module of ``bench.inside`` inside the site; what it prints last is JSON."""
    command = [sys.executable, "-m", "bench.inside", module, *map(str, words)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"bench.inside {module} 没有做完（原因见上），测量停止")
    return json.loads(done.stdout.splitlines()[-1])
