"""检查页面: every public page asked for and held against what a reader sees on it.

One check is one function: what is wrong with a page, in sentences. ``manage.py check_pages`` runs
them all (docs/check_pages.md).
"""

from bulletins.public.inspecting.checks import CHECKS
from bulletins.public.inspecting.walking import Walk

__all__ = ["CHECKS", "Walk"]
