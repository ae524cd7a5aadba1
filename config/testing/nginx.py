"""nginx for a test or a bench: one worker, everything that it writes in one folder."""

import os
import shutil
from pathlib import Path

AROUND = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/temp;
  proxy_temp_path {folder}/temp;
  fastcgi_temp_path {folder}/temp;
  uwsgi_temp_path {folder}/temp;
  scgi_temp_path {folder}/temp;
{inside}
}}
"""


def find() -> str | None:
    """Where the program is; Debian keeps it where only root looks."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def command(nginx: str, folder: Path, inside: str) -> list[str]:
    """Lay the configuration there, and say how it is started. inside: of http {}.

    As root its worker must be root to read what lies there.
    """
    said, user = folder / "nginx.conf", "user root;" if os.geteuid() == 0 else ""
    said.write_text(AROUND.format(user=user, folder=folder, inside=inside))
    return [nginx, "-c", str(said), "-p", str(folder), "-e", "stderr"]
