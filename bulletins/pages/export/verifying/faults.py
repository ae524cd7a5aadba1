"""What is wrong with what is served: four kinds, each with what to do about it."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """As the report calls it."""

    TAMPERED = "被改动"
    MISSING = "缺少"
    STALE = "过时"
    LEFT_OVER = "多余"


ADVICE = {
    Kind.TAMPERED: "请查是谁改的，再运行 manage.py export_site --anew",
    Kind.MISSING: "请运行 manage.py export_site",
    Kind.STALE: "请运行 manage.py export_site",
    Kind.LEFT_OVER: "请运行 manage.py export_site，并删去多出来的文件",
}


class Fault(NamedTuple):
    """place: an address, or a file of the folder."""

    kind: Kind
    place: str
    says: str
