"""The site's own colours as a small stylesheet, and its own pictures: from our own origin."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from bulletins.models import StoredFile
from bulletins.public.files import handed_over
from bulletins.public.furniture import furniture

COLOURS = re.compile(r"([0-9a-f]{6})-([0-9a-f]{6})\.css")
KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}  # the address names what it says
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


@require_safe
def theme_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Raises Http404 for what is neither two colours nor a picture of the site's."""
    if named := COLOURS.fullmatch(name):
        said = SHEET.format(light=named[1], dark=named[2])
        return HttpResponse(said, content_type="text/css; charset=utf-8", headers=KEPT)
    around = furniture()
    shown = {around.site.logo_id, around.site.mark_id} - {None}
    file = StoredFile.objects.filter(pk=name).first() if name in shown else None
    if file is None:
        raise Http404
    response = handed_over(file, f"{name[:8]}")
    for header, value in KEPT.items():
        response[header] = value
    return response
