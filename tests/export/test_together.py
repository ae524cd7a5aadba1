"""Several processes make the same export as one does, and none of them is missed."""

from pathlib import Path

import pytest

from bulletins.pages.export.exporting import export_site
from bulletins.pages.export.folder import folder_of_export
from bulletins.pages.export.manifest import Manifest
from tests.export.apart import export_apart

pytestmark = pytest.mark.django_db(transaction=True)


def bytes_of(manifest: Manifest) -> dict[str, tuple[str, str, str]]:
    return {one: (kept.path, kept.sha256, kept.key) for one, kept in manifest.files.items()}


def test_two_processes_make_what_one_makes(whole: Path) -> None:
    alone = export_site(whole, anew=True).manifest
    assert export_apart(whole) == ""
    together = folder_of_export(whole).manifest()
    assert together.made_at != alone.made_at
    assert bytes_of(together) == bytes_of(alone)
    assert len(together.files) > 200

    assert "它被停止了" in export_apart(whole, "killed")
    assert folder_of_export(whole).manifest().made_at == together.made_at
