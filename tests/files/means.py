"""A stand-in for the program that reads files: it does what a file might make it do."""

import json
import os
import socket
import sys
import time

from bulletins.document.filetext.child import _give_up_means


def open_a_file() -> object:
    return open("/etc/passwd").read()


def call_home() -> object:
    return socket.create_connection(("127.0.0.1", 9))


def start_a_program() -> object:
    return os.popen("id").read()  # noqa: S605


def take_memory() -> object:
    return len(bytearray(2_000_000_000))


def tell_secrets() -> object:
    ours = {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LC_CTYPE"}
    return set(os.environ.keys() - ours).pop()


def wait() -> object:
    time.sleep(60)
    return "woke"


if __name__ == "__main__":
    deed = globals()[os.fsdecode(sys.stdin.buffer.read())]
    _give_up_means()
    try:
        said = f"could: {deed()}"
    except (OSError, MemoryError, KeyError) as refused:
        said = f"refused: {type(refused).__name__}"
    leaf = {"name": "", "lines": [said]}
    json.dump({"leaves": [leaf], "pages": None, "sheets": None, "cut": False}, sys.stdout)
