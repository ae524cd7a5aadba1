"""文字版: what attachments say, read by a program of its own and kept beside them.

Nobody waits for it: ``manage.py run_due`` reads what came since (``reading``), a draft's files
too, so that the text is there when the draft is released.
"""

from bulletins.filetexts.reading import read_due

__all__ = ["read_due"]
