"""Pictures and attachments on their way in: looked at, made harmless, kept once."""

from bulletins.files.attachments import store_attachment
from bulletins.files.pictures import keep_picture, store_picture
from bulletins.files.storing import open_file

__all__ = ["keep_picture", "open_file", "store_attachment", "store_picture"]
