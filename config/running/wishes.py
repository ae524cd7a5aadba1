"""What the person who typed `make run PORT=… DATA=…` asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from config.hostnames import is_loopback


@dataclass(frozen=True)
class Wishes:
    """Where to serve, and where to write."""

    host: str
    port: int
    data: Path

    @property
    def site_url(self) -> str:
        """The address to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def read(said: Mapping[str, str]) -> Wishes:
    """Take the wishes from the environment, where make puts what stands behind its name."""
    host = said.get("HOST") or "127.0.0.1"
    if not is_loopback(host):
        raise SystemExit(
            f"make run 带有演示账号，只能在本机地址上运行，不能用 HOST={host}："
            "请去掉 HOST；正式对外服务请按 .env.example 设置环境变量后启动 gunicorn"
        )
    data = Path(said.get("DATA") or "var").expanduser().absolute()
    return Wishes(host, _port(said.get("PORT") or "8000"), data)


def _port(said: str) -> int:
    """A port is a number from 1 to 65535."""
    if not (said.isascii() and said.isdigit() and len(said) < 6 and 0 < int(said) < 65536):
        raise SystemExit(
            f"PORT={said} 不是端口号：请写 1 到 65535 之间的整数，例如 make run PORT=8123"
        )
    return int(said)
