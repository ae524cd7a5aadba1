"""Word files (.docx): ``reading.read_docx`` takes one in, ``writing.write_docx`` makes one.

The reader opens the zip itself, because automatic numbers and tracked changes need the XML:
``opening`` → ``cleaning`` → ``story`` (with ``properties``, ``looks``, ``numbers``) → ``assembly``;
``margins`` and ``forms`` look around the text.
The writer: ``layout`` (the page and styles of GB/T 9704) and ``printing`` (the texts).
``stylebook`` and ``facts`` are what both know of our own files.
"""

from bulletins.document.docx.reading import read_docx
from bulletins.document.docx.writing import write_docx

__all__ = ["read_docx", "write_docx"]
