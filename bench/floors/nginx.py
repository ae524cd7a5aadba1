"""nginx with one worker that sends one file; everything it writes is in one folder."""

from pathlib import Path

CONFIGURATION = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{}}
http {{
  access_log off;
  sendfile on;
  default_type "text/html; charset=utf-8";
  client_body_temp_path {folder}/temp;
  proxy_temp_path {folder}/temp;
  fastcgi_temp_path {folder}/temp;
  uwsgi_temp_path {folder}/temp;
  scgi_temp_path {folder}/temp;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/pages;
  }}
}}
"""


def command(nginx: str, folder: Path, body: bytes, port: int, *, as_root: bool) -> list[str]:
    """Lay the file and the configuration there; as root its worker must be root to read them."""
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_bytes(body)
    said = folder / "nginx.conf"
    user = "user root;" if as_root else ""
    said.write_text(CONFIGURATION.format(user=user, folder=folder, port=port))
    return [nginx, "-c", str(said), "-p", str(folder), "-e", "stderr"]
