"""The manifest: what lies in an export, until when it is true, and a seal that is ours alone."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.crypto import constant_time_compare, salted_hmac

from bulletins.pages.export.refused import Refused

FORMAT, NAME = "lantai-site-1", "manifest.json"
SALT = "lantai.export"
UNREADABLE = "{}不是导出的清单，或已损坏：请重新导出"
NOT_OURS = "{}的签名不对：清单被改动过，或本站换过 SECRET_KEY。请重新导出；若没有换过，请查是谁改的"


class Kept(NamedTuple):
    """A file of the export. written: its time of change, by which a changed one is noticed."""

    path: str
    sha256: str
    size: int
    key: str
    status: int
    type: str
    disposition: str
    written: int


@dataclass(frozen=True)
class Manifest:
    """files: by address. moved: address → status and where it leads. left_out: with the reason."""

    site: str
    generation: str
    made_at: datetime
    valid_until: datetime
    forms: Sequence[str] = ()
    files: Mapping[str, Kept] = field(default_factory=dict)
    moved: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)

    def write(self, file: Path) -> None:
        """One line for each address, so that two of them can be compared."""
        said = {
            "format": FORMAT,
            "site": self.site,
            "generation": self.generation,
            "made_at": self.made_at.isoformat(),
            "valid_until": self.valid_until.isoformat(),
            "forms": list(self.forms),
            "left_out": dict(self.left_out),
            "moved": {one: list(to) for one, to in self.moved.items()},
            "files": {one: list(kept) for one, kept in self.files.items()},
        }
        lines = [f"{_json(name)}: {_lines(value)}" for name, value in said.items()]
        seal = _seal(said)
        file.write_text("{\n" + ",\n".join([*lines, f'"seal": "{seal}"']) + "\n}\n", "utf-8")


def read_manifest(file: Path) -> Manifest:
    """Raises Refused for what is no manifest, or not by this site."""
    try:
        said = json.loads(file.read_text("utf-8"))
        seal, known = said.pop("seal"), said["format"] == FORMAT
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise Refused(UNREADABLE.format(file)) from problem
    if not known:
        raise Refused(UNREADABLE.format(file))
    if not constant_time_compare(str(seal), _seal(said)):
        raise Refused(NOT_OURS.format(file))
    return Manifest(
        said["site"],
        said["generation"],
        datetime.fromisoformat(said["made_at"]),
        datetime.fromisoformat(said["valid_until"]),
        tuple(said["forms"]),
        {one: Kept(*kept) for one, kept in said["files"].items()},
        {one: (status, to) for one, (status, to) in said["moved"].items()},
        said["left_out"],
    )


def _lines(value: Any) -> str:
    if not isinstance(value, dict) or not value:
        return _json(value)
    return (
        "{\n" + ",\n".join(f" {_json(one)}: {_json(said)}" for one, said in value.items()) + "\n}"
    )


def _seal(said: Mapping[str, Any]) -> str:
    whole = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return salted_hmac(SALT, whole, algorithm="sha256").hexdigest()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
