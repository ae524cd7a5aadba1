"""nginx with one worker: one file from disk, or the page store as deploy/ has it."""

from pathlib import Path

from bench.site import ROOT
from config.testing import nginx as shared

SPEED = 'sendfile on; default_type "text/html; charset=utf-8";\n'
FLOOR = "server {{ listen 127.0.0.1:{port}; root {folder}/pages; }}"
SHIPPED = ROOT / "deploy" / "nginx.conf"


def command(nginx: str, folder: Path, body: bytes, port: int) -> list[str]:
    """Lay the file and the configuration there."""
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_bytes(body)
    return shared.command(nginx, folder, SPEED + FLOOR.format(port=port, folder=folder))


def front(nginx: str, folder: Path, store: Path, port: int) -> list[str]:
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
    return shared.command(nginx, folder, SPEED + "\n".join([maps, "server {", *lines]))
