"""The socket readers come in by; opened first and kept, so that nobody takes it in between."""

import errno
import socket

from config.running.wishes import Wishes

REASONS = {
    errno.EADDRINUSE: "已被别的程序占用",
    errno.EACCES: "没有权限使用",
    errno.EADDRNOTAVAIL: "在本机不可用",
}


def other(port: int) -> int:
    """A port to try instead."""
    return port + 1 if port < 65535 else 8000


def open_at(wanted: Wishes) -> socket.socket:
    """Listen there, or stop with a sentence that says why not and what else to try."""
    family = socket.AF_INET6 if ":" in wanted.host else socket.AF_INET
    try:
        return socket.create_server((wanted.host, wanted.port), family=family)
    except OSError as problem:
        reason = REASONS.get(problem.errno or 0, f"打不开（{problem.strerror}）")
        raise SystemExit(
            f"地址 {wanted.site_url} {reason}："
            f"请换一个端口，例如 make run PORT={other(wanted.port)}"
        ) from None
