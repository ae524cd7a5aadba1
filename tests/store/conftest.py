"""A store in a folder of its own."""

from pathlib import Path

import pytest
from pytest_django import Settings

from bulletins.store.folder import Folder, the_folder


@pytest.fixture
def store(settings: Settings, tmp_path: Path) -> Folder:
    settings.PAGE_STORE = tmp_path / "pages"
    settings.PAGE_STORE_MB = 100
    return the_folder()
