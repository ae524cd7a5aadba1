"""``python -m bulletins.document.filetext.child .pdf``: bytes come in by stdin, JSON goes out.

It gives up its own means before it looks at the file: after that it can open no other file and no
connection, take no more memory than that, compute no longer than that. So a file that was made to
do harm can do none but to this process.
"""

import codecs
import json
import pkgutil
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module

from bulletins.document.apart.means import give_up_means
from bulletins.document.filetext.reading import reader_of

MEMORY = 1_000_000_000  # bytes of address space
COMPUTING = 20  # seconds
ANSWER = 8_000_000  # bytes
CODECS = (
    *("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "cp437", "cp1252"),
    *("gb18030", "gbk", "gb2312", "hz", "big5", "big5hkscs", "shift_jis", "euc_jp", "euc_kr"),
    *("ascii", "idna", "mac_roman", "unicode_escape", "raw_unicode_escape", "punycode"),
)


def main(ending: str) -> int:
    read = reader_of(ending)
    _warm_up()
    data = sys.stdin.buffer.read()
    _give_up_means()
    said = json.dumps(asdict(read(data)), ensure_ascii=False)
    sys.stdout.buffer.write(said.encode("utf-8", "replace"))
    return 0


def _warm_up() -> None:
    """What Python would open later, when it may not any more: codecs, and pypdf piece by piece."""
    for name in CODECS:
        codecs.lookup(name)
    if "pypdf" in sys.modules:
        for one in pkgutil.walk_packages(sys.modules["pypdf"].__path__, "pypdf."):
            with suppress(ImportError):  # pieces that need what is not installed
                import_module(one.name)


def _give_up_means() -> None:
    give_up_means(MEMORY, COMPUTING, ANSWER, files=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
