"""The page of documentation says what the table says."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

from accounts.models import AuditEntry
from bulletins.models import Role
from bulletins.workflow.regions import save_region
from bulletins.workflow.table import as_markdown
from bulletins.workflow.verbs import VERBS
from tests.office import Office, region

PAGE = Path(__file__).resolve().parents[2] / "docs" / "workflow.md"


def test_the_page_in_docs_is_up_to_date() -> None:
    assert PAGE.read_text() == as_markdown(), "运行 manage.py print_workflow > docs/workflow.md"


def test_the_command_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("print_workflow")
    assert capsys.readouterr().out == as_markdown()


def test_every_verb_has_its_row_and_every_condition_its_words() -> None:
    rows = [line for line in as_markdown().splitlines() if line.startswith("|")]
    for verb in VERBS.values():
        (row,) = (line for line in rows if f"| `{verb.name}` |" in line)
        assert verb.label in row
        assert all(guard.__doc__ and guard.__doc__ in row for guard in verb.guards)


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    for table in re.split(r"\n(?!\|)", as_markdown()):
        counts = {line.count(" | ") for line in table.splitlines() if line.startswith("|")}
        assert len(counts) <= 1


def test_a_new_name_of_a_region_is_in_the_chain(office: Office, places: None) -> None:
    wei, tianjin = office.hire("wei", Role.ADMINISTRATOR), region("120000")
    tianjin.short_name = "津"
    save_region(tianjin, by=wei)
    entry = AuditEntry.objects.latest("seq")
    assert (entry.action, entry.object) == ("save_region", "region:120000")
    assert entry.detail == {"changed": ["short_name"]}
