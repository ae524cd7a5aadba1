"""Which division does this text name? Pure Python, no database, no guesses.

    >>> Gazetteer.packaged().resolve("天 津").code
    '120000'

Start reading in `gazetteer.py`.
"""

from regions.names.gazetteer import Gazetteer
from regions.names.place import Place
from regions.names.resolution import Prefix, Resolution

__all__ = ["Gazetteer", "Place", "Prefix", "Resolution"]
