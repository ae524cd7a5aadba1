"""Errors as data (RFC 9457): what happened, why, what to do, in a sentence."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse

KIND = "application/problem+json"
TITLES = {
    400: "请求有误",
    404: "没有找到",
    405: "不接受这种请求",
    410: "已停止公开",
}


class BadQuestion(Exception):
    """What was asked cannot be answered; said in a sentence for whoever wrote the program."""


def problem(
    status: int,
    detail: str,
    more: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """more: what else the answer holds, by name."""
    title = TITLES.get(status, HTTPStatus(status).phrase)
    said = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    body = json.dumps(said | dict(more or {}), ensure_ascii=False)
    return HttpResponse(body, KIND, status, headers=headers)
