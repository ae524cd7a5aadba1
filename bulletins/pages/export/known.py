"""Where this site was exported to, so that after an erasing one is told what is still to be run.

On this machine, as far as its user may write that down; a folder that is gone is forgotten.
"""

import logging
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from bulletins.pages.export.folder import CURRENT, MARK
from bulletins.pages.export.manifest import NAME

log = logging.getLogger(__name__)
FILE = "exports"
STILL = (
    "静态副本 {0} 是清除以前导出的，其中可能还有这些内容：请运行 manage.py export_site {0}，"
    "再更新从它抄出的镜像。"
)
UNREADABLE = "读不了 {}，不知道网站导出到了哪里：如有静态副本，请重新导出"


def remember(path: Path) -> None:
    """That there is one. Nothing depends on it but what an erasing says."""
    place = _place()
    try:
        with place.open("ab") as file:  # nothing that others wrote is lost, nor need it be read
            file.write(f"{path}\n".encode("utf-8", "surrogateescape"))
        place.chmod(0o644)
    except OSError:
        log.warning("记不下导出到了哪里（%s 写不进），清除以后不会提醒再导出", settings.DATA_DIR)


def still_holding(at: datetime) -> list[str]:
    """A sentence for each export that was made before that moment, or cannot be looked at."""
    try:
        known = _known()
    except OSError:
        return [UNREADABLE.format(_place())]
    return [STILL.format(path) for path in known if _made_at(path) < at]


def _place() -> Path:
    return Path(settings.DATA_DIR) / FILE


def _known() -> list[Path]:
    """Each once. Raises OSError."""
    try:
        said = _place().read_bytes()
    except FileNotFoundError:
        return []
    lines = dict.fromkeys(said.decode("utf-8", "surrogateescape").splitlines())
    return [Path(one) for one in lines if _is_there(Path(one))]


def _is_there(path: Path) -> bool:
    try:
        return (path / MARK).exists()
    except OSError:  # it may not be looked at
        return True


def _made_at(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp((path / CURRENT / NAME).stat().st_mtime, UTC)
    except OSError:
        return datetime.min.replace(tzinfo=UTC)
