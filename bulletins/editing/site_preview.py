"""The front page as it would be with settings that are typed and not saved."""

from base64 import b64encode
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from bulletins.editing.forms.site import SiteForm
from bulletins.files.storing import Checked
from bulletins.public.furniture import Furniture, Picture, furniture
from bulletins.public.home import home_of
from bulletins.public.pages import page
from bulletins.public.sight import PRIVATE, Sight
from bulletins.public.theme import proved


def preview_of(request: HttpRequest, form: SiteForm) -> HttpResponse:
    """As readers would get it at this moment. Nobody keeps it."""
    around, sight = _around(form), Sight(timezone.now())
    said = home_of(around, sight)
    return page(request, "editing/site_preview.html", around, said, headers=PRIVATE)


def _around(form: SiteForm) -> Furniture:
    """What stands around it: her words, her pictures, the columns in her order."""
    now, site = furniture(), form.instance
    moved = {one.pk: one.position for one in form.moved_columns()}
    known = list(now.columns.values())
    places = {one.pk: (moved.get(one.pk, one.position), one.pk) for one in known}
    columns = {one.pk: one for one in sorted(known, key=lambda one: places[one.pk])}
    pictures = {name: _shown(checked) for name, (checked, _) in form.pictures.items()}
    logo = pictures.get("logo", now.logo if site.logo_id else None)
    mark = pictures.get("mark", now.mark if site.mark_id else None)
    return proved(replace(now, site=site, columns=columns, logo=logo, mark=mark))


def _shown(checked: Checked) -> Picture:
    """One that is stored nowhere: in the page itself."""
    address = f"data:{checked.type};base64,{b64encode(checked.data).decode()}"
    return Picture(address, checked.width or 0, checked.height or 0)
