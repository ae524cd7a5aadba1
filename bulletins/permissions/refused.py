"""Saying no."""


class Refused(Exception):
    """It cannot be done; the message says in Chinese what happened, why, and what to do."""


class Hidden(Refused):
    """To this person it does not exist: answered exactly like what really does not exist."""

    def __init__(self) -> None:
        super().__init__("没有找到这篇稿件：它可能已被移走，或不在您的授权范围内")
