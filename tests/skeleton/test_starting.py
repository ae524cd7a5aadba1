"""What a server loads before its first page: nothing that only an editor or a search needs."""

import json

from tests.skeleton.programs import python

HEAVY = ("rjieba", "xlsxwriter", "pypdf", "weasyprint", "python_calamine")
ASK = f"import json, sys, config.wsgi; print(json.dumps([n for n in {HEAVY} if n in sys.modules]))"


def test_dictionaries_and_spreadsheets_are_loaded_where_they_are_needed() -> None:
    heard = python("-c", ASK, DEBUG="true")
    assert json.loads(heard.said.splitlines()[-1]) == []
