"""归档包: a public edition as one zip, to be kept and read without Lantai (docs/packages.md)."""

from bulletins.packing.contents import contents_of
from bulletins.packing.writing import write_package

__all__ = ["contents_of", "write_package"]
