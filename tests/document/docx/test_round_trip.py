"""What Lantai writes as .docx it reads back exactly: every field, number, table and picture name."""

from hypothesis import HealthCheck, given, settings

from bulletins.document.docx import read_docx, write_docx
from bulletins.document.marked import document_of
from bulletins.document.tree import Document
from tests.document.strategies import documents

lean = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@lean
@given(documents())
def test_a_bulletin_survives_word_without_a_scratch(document: Document) -> None:
    assert document_of(read_docx(write_docx(document)).blocks) == document
