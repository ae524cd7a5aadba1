"""The site's own colours as a small stylesheet, and its own pictures: from our own origin."""

import re
from dataclasses import replace

from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from bulletins.models import StoredFile
from bulletins.public.files import handed_over
from bulletins.public.furniture import Furniture, furniture
from bulletins.public.sight import PRIVATE

COLOURS = re.compile(r"([0-9a-f]{6})-([0-9a-f]{6})\.css")
KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}  # the address names what it says
SIGNER = TimestampSigner(salt="lantai.theme")
HOUR = 3600
SHEET = """@layer base {{
  :root {{
    --accent: #{light};
  }}

  @media (prefers-color-scheme: dark) {{
    :root {{
      --accent: #{dark};
    }}
  }}
}}
"""


def proved(around: Furniture) -> Furniture:
    """Its colours can be had for an hour by whoever sees the page, and nobody keeps them."""
    return replace(around, proof=SIGNER.sign(around.theme)[len(around.theme) + 1 :])


@require_safe
def theme_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Raises Http404 for what is neither the site's colours now nor a picture of its own.

    Any two colours at any address would let a stranger fill whoever keeps answers.
    """
    around = furniture()
    if named := COLOURS.fullmatch(name):
        is_own = request.path == around.theme
        if not is_own and not _is_proved(request):
            raise Http404
        said = SHEET.format(light=named[1], dark=named[2])
        headers = KEPT if is_own else PRIVATE
        return HttpResponse(said, content_type="text/css; charset=utf-8", headers=headers)
    shown = {around.site.logo_id, around.site.mark_id} - {None}
    file = StoredFile.objects.filter(pk=name).first() if name in shown else None
    if file is None:
        raise Http404
    response = handed_over(file, f"{name[:8]}")
    for header, value in KEPT.items():
        response[header] = value
    return response


def _is_proved(request: HttpRequest) -> bool:
    """Whether the preview of the site's settings led here within the hour."""
    try:
        SIGNER.unsign(f"{request.path}:{request.GET.get('proof', '')}", max_age=HOUR)
    except BadSignature:
        return False
    return True
