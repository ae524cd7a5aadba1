"""A gazetteer and a loaded database."""

import pytest

from regions.loading import load
from regions.names import Gazetteer
from regions.official import OfficialRow, official_rows

FEW = ("11", "12", "13", "46", "51", "65", "66", "71", "81", "82")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The official names, without any database."""
    return Gazetteer.packaged()


@pytest.fixture
def few(db: None) -> tuple[OfficialRow, ...]:
    """A few provinces in the database, with all that is particular about them."""
    rows = tuple(row for row in official_rows() if row.code[:2] in FEW)
    load(rows)
    return rows


@pytest.fixture
def loaded(db: None) -> None:
    """All divisions in the database."""
    load()
