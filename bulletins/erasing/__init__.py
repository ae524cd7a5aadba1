"""清除: taking an article's texts out of every store there is (docs/erasing.md).

``empty`` is the part inside the verb's transaction, ``finish`` what can only be done after it.
"""

from bulletins.erasing.emptying import empty
from bulletins.erasing.finishing import finish, finish_quickly

__all__ = ["empty", "finish", "finish_quickly"]
