"""The real nginx in front of an export, with the configuration that we ship."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.nginx import NGINX, edited, free_port, running
from tests.serving import ROOT


@contextmanager
def nginx_serving(export: Path, folder: Path) -> Iterator[str]:
    """Out comes its address."""
    if NGINX is None:
        pytest.skip("没有找到 nginx（apt install nginx）")
    port = free_port()
    changes = {"/srv/lantai-static": str(export), "listen 80;": f"listen 127.0.0.1:{port};"}
    said = edited(ROOT / "deploy" / "static.conf", changes)
    folder.mkdir()
    (folder / "static.conf").write_text(said)
    with running(folder, [export / "current/nginx.conf", folder / "static.conf"], port):
        yield f"http://127.0.0.1:{port}"
