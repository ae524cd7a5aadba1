"""Where the r:id of a part points (ECMA-376 part 2): a name inside the zip, or text to us."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Relation:
    """Where an r:id points. external: outside the file; such a target is text to us, never
    fetched.
    """

    kind: str
    target: str
    external: bool


def place_of(part: str) -> str:
    """The name of the part that holds another part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(root: _Element, part: str) -> Iterator[tuple[str, Relation]]:
    """The relations of a part, each with its id."""
    folder = posixpath.dirname(part)
    for element in root:
        external = element.get("TargetMode", "") == "External"
        target = element.get("Target", "")
        if not external:
            # Names stay inside the zip: "../../etc/passwd" is only a key that nothing answers to.
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        yield element.get("Id", ""), Relation(kind, target, external)
