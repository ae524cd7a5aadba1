"""检索记录: what is looked for, how often, and whether it was found. Nothing of who asks is kept.

A reader's question writes one line to a file (``noting``); ``manage.py run_due`` counts the lines
in the database (``counting``) and forgets what is older than thirteen months (``forgetting``).
"""

from bulletins.search.log.noting import note

__all__ = ["note"]
