"""Word files (.docx): ``reading.read_docx`` takes one in, ``writing.write_docx`` makes one.

The reader opens the zip itself, because automatic numbers and tracked changes need the XML:
package → cleaning (alternates, revisions, fields) → story (paragraphs, tables) → blocks.
"""

from bulletins.document.docx.reading import read_docx
from bulletins.document.docx.writing import write_docx

__all__ = ["read_docx", "write_docx"]
