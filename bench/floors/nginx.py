"""nginx with one worker: one file from disk, or the page store as deploy/ has it."""

from pathlib import Path

from bench.site import ROOT

AROUND = """
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
{inside}
}}
"""
FLOOR = "server {{ listen 127.0.0.1:{port}; root {folder}/pages; }}"
SHIPPED = ROOT / "deploy" / "nginx.conf"


def command(nginx: str, folder: Path, body: bytes, port: int, *, as_root: bool) -> list[str]:
    """Lay the file and the configuration there; as root its worker must be root to read them."""
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_bytes(body)
    return _laid(nginx, folder, FLOOR.format(port=port, folder=folder), as_root=as_root)


def front(nginx: str, folder: Path, store: Path, port: int, *, as_root: bool) -> list[str]:
    """The configuration that we ship, without https: that would be measured along with it."""
    maps, *_, server = SHIPPED.read_text().split("\nserver {")
    changes = {
        "listen 443 ssl;": f"listen 127.0.0.1:{port};",
        "www.example.cn": "127.0.0.1",
        "/srv/lantai/pages": str(store),
        "/var/log/nginx/": f"{folder}/",
    }
    for ours, theirs in changes.items():
        server = server.replace(ours, theirs)
    lines = (line for line in server.splitlines() if not line.strip().startswith("ssl_"))
    inside = "\n".join([maps, "server {", *lines])
    return _laid(nginx, folder, inside, as_root=as_root)


def _laid(nginx: str, folder: Path, inside: str, *, as_root: bool) -> list[str]:
    said = folder / "nginx.conf"
    user = "user root;" if as_root else ""
    said.write_text(AROUND.format(user=user, folder=folder, inside=inside))
    return [nginx, "-c", str(said), "-p", str(folder), "-e", "stderr"]
