"""Which kind of file is read by whom; of the others there is no text."""

from collections.abc import Callable, Mapping
from importlib import import_module

from bulletins.document.filetext.leaves import FileText

READER = "2"  # another number has every file read anew
# Ending → where its reader stands: only what is needed is loaded, and before the file is looked at
READERS: Mapping[str, tuple[str, str]] = {
    ".xls": ("sheets", "read_workbook"),
    ".et": ("sheets", "read_workbook"),
    ".xlsx": ("sheets", "read_workbook"),
    ".ods": ("sheets", "read_workbook"),
    ".csv": ("sheets", "read_csv"),
    ".pdf": ("pages", "read_pdf"),
    ".docx": ("words", "read_word"),
    ".txt": ("words", "read_lines"),
}


def reader_of(ending: str) -> Callable[[bytes], FileText]:
    """Raises KeyError for a kind that nobody reads."""
    module, name = READERS[ending]
    found: Callable[[bytes], FileText] = getattr(
        import_module(f"bulletins.document.filetext.{module}"), name
    )
    return found
