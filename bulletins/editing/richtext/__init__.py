"""The editor of a text and what stands behind it: one place to replace CKEditor (docs/editor.md).

To the editor goes sanitised HTML with pictures at addresses that a browser can open; what comes
back is sanitised again, pictures are stored files again, and nothing is fetched.
"""

from bulletins.editing.richtext.config import editor_config
from bulletins.editing.richtext.fields import PartTextField, TextField
from bulletins.editing.richtext.pictures import for_editor, from_editor

__all__ = ["PartTextField", "TextField", "editor_config", "for_editor", "from_editor"]
