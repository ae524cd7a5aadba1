"""docs/lifecycle.md is drawn from the table, and tells every verb."""

from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from bulletins.models import State
from bulletins.workflow.drawing import ANY, ASKED, BLOCKS, redrawn, source_of, target_of
from bulletins.workflow.verbs import ARTICLE_VERBS, EDITION_VERBS, VERBS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "lifecycle.md"


def test_the_page_in_docs_is_up_to_date() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == redrawn(page), "运行 manage.py draw_lifecycle"
    assert all(f"<!-- drawn: {name} -->\n" in page for name in BLOCKS)


def test_the_command_draws_it_anew(settings: Settings, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    page = tmp_path / "docs" / "lifecycle.md"
    page.parent.mkdir()
    page.write_text("前\n<!-- drawn: who -->\n旧\n<!-- end -->\n后\n", encoding="utf-8")
    call_command("draw_lifecycle")
    drawn = page.read_text(encoding="utf-8")
    assert drawn == f"前\n<!-- drawn: who -->\n{BLOCKS['who']()}<!-- end -->\n后\n"


def test_every_verb_is_an_arrow_or_named_beside_them() -> None:
    arrows, beside = BLOCKS["editions"]() + BLOCKS["articles"](), BLOCKS["everywhere"]()
    for verb in (*EDITION_VERBS, *ARTICLE_VERBS):
        everywhere = verb in ARTICLE_VERBS and source_of(verb) == ANY
        assert f"{verb.name} {verb.label}" in (beside if everywhere else arrows), verb.name
        assert f"| {verb.name} {verb.label} |" in BLOCKS["who"]()


def test_every_state_of_an_edition_is_there() -> None:
    drawn = BLOCKS["editions"]()
    assert all(f"{state.value} : {state.value} {state.label}" in drawn for state in State)


@pytest.mark.parametrize(
    ("name", "source", "target"),
    [
        ("close", "open", "closed"),
        ("reopen", "closed", "open"),
        ("extend", "open", "open"),
        ("archive", "listed", "archived"),
        ("unarchive", "archived", "listed"),
        ("withdraw", "public", "gone"),
        ("explain", "gone", "gone"),
        ("restore", "gone", "public"),
        ("erase", "gone", "erased"),
        ("set_validity", ANY, ANY),
    ],
)
def test_an_article_verb_leads_where_the_table_says(name: str, source: str, target: str) -> None:
    assert (source_of(VERBS[name]), target_of(VERBS[name])) == (source, target)


def test_every_guard_that_names_a_state_is_asked_by_a_verb() -> None:
    assert set(ASKED) <= {guard for verb in ARTICLE_VERBS for guard in verb.guards}
