"""How long something has waited, and how long there is left, as one says it."""

from datetime import datetime, timedelta


def waited(since: datetime, now: datetime, what: str = "送审") -> str:
    """刚送审, 3 小时前送审, 2 天前送审."""
    span = now - since
    return f"刚刚{what}" if span < timedelta(minutes=1) else f"{_span(span)}前{what}"


def left(until: datetime, now: datetime) -> str:
    """还有 5 小时, 已超过 2 天."""
    return f"还有 {_span(until - now)}" if until > now else f"已超过 {_span(now - until)}"


def _span(span: timedelta) -> str:
    minutes = int(span.total_seconds()) // 60
    if minutes < 60:
        return f"{max(minutes, 1)} 分钟"
    if minutes < 48 * 60:
        return f"{minutes // 60} 小时"
    return f"{minutes // (24 * 60)} 天"
