"""What was found, in its text."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from bulletins.document.marking import Marked


def marked(text: Marked) -> SafeString:
    """(("多地推进", False), ("网络", True)) → 多地推进<mark>网络</mark>"""
    said = (f"<mark>{escape(one)}</mark>" if hit else escape(one) for one, hit in text)
    return mark_safe("".join(said))  # noqa: S308  every piece is escaped
