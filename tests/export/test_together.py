"""Several processes make the same export as one does, and none of them is missed."""

import os
import signal
from pathlib import Path

import pytest

from bulletins.pages.export import making
from bulletins.pages.export.exporting import export_site
from bulletins.pages.export.folder import folder_of_export
from bulletins.pages.export.manifest import Manifest

pytestmark = pytest.mark.django_db(transaction=True)


def bytes_of(manifest: Manifest) -> dict[str, tuple[str, str, str]]:
    return {one: (kept.path, kept.sha256, kept.key) for one, kept in manifest.files.items()}


def test_two_processes_make_what_one_makes(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "EACH", 20)  # many heaps to be handed out
    alone = export_site(whole, anew=True).manifest
    together = export_site(whole, processes=2, anew=True).manifest
    assert bytes_of(together) == bytes_of(alone)
    assert len(together.files) > 200

    first = together.made_at

    def killed(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr("bulletins.public.home.home_of", killed)
    with pytest.raises(RuntimeError, match="它被停止了"):
        export_site(whole, processes=2, anew=True)
    assert folder_of_export(whole).manifest().made_at == first
