"""Where this site was exported to, so that after an erasing one is told what is still to be run.

On this machine, as far as its user may write that down; a folder that is gone is forgotten.
"""

import logging
from contextlib import suppress
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


def remember(path: Path) -> None:
    """That there is one. Nothing depends on it but what an erasing says."""
    known = {*_known(), path}
    try:
        lines = sorted(str(one) for one in known)
        new = Path(settings.DATA_DIR) / f"{FILE}.new"
        new.write_text("".join(f"{one}\n" for one in lines), "utf-8")
        new.replace(new.with_name(FILE))
    except OSError:
        log.warning("记不下导出到了哪里（%s 写不进），清除以后不会提醒再导出", settings.DATA_DIR)


def still_holding(at: datetime) -> list[str]:
    """A sentence for each export that was made before that moment, or cannot be looked at."""
    return [STILL.format(path) for path in _known() if _made_at(path) < at]


def _known() -> list[Path]:
    with suppress(OSError):
        lines = (Path(settings.DATA_DIR) / FILE).read_text("utf-8").splitlines()
        return [Path(one) for one in lines if _is_there(Path(one))]
    return []


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
