""".pdf of public texts: made one at a time by a bounded process, kept on this machine's disk.

What is kept is nobody's only copy, and goes when its edition is public no more.
"""

from bulletins.pdf.available import is_available
from bulletins.pdf.keeping import drop, kept, sweep
from bulletins.pdf.making import Busy, Failed, Laid, make

__all__ = ["Busy", "Failed", "Laid", "drop", "is_available", "kept", "make", "sweep"]
