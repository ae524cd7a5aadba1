"""What browsers may do with our pages: spelt once, where nobody wants it otherwise."""

from collections.abc import Callable

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

OTHERWISE = ("_csp_config", "_csp_update", "_csp_replace", "_csp_exempt")


class Policy(CSPMiddleware):
    """django-csp's own, which spells the policy anew for every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        super().__init__(get_response)
        self.usual = build_policy() if not settings.DEBUG else ""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        said = response.__dict__
        if (
            not self.usual
            or hasattr(request, "_csp_nonce")
            or any(one in said for one in OTHERWISE)
        ):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.usual)
        return response
