"""The state of an edition in the office's words."""

from bulletins.models import Edition


def shown_state(edition: Edition) -> str:
    """待发布, 已发布 and 已被替换 are all released; 待签发 is in review."""
    if edition.is_scheduled():
        return "待发布"
    if edition.live_from:
        return "已发布" if edition.is_live() else "已被替换"
    if edition.is_ready:
        return "待签发"
    return edition.get_state_display()
