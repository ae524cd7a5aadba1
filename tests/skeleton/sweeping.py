"""An application that says of its process whether it sweeps, and which it is."""

import gc
import os
from collections.abc import Callable
from typing import Any


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{'sweeps' if gc.isenabled() else 'rests'} {os.getpid()}".encode()]
