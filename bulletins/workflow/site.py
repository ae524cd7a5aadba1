"""The site's own words are changed: by administrators, with an entry in the audit chain."""

from collections.abc import Mapping

from django.db import transaction

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.files.storing import Checked, store
from bulletins.models import SiteSettings
from bulletins.permissions.administrators import require_administrator
from bulletins.store import note_everything

Pictures = Mapping[str, tuple[Checked, str]]


@transaction.atomic
def save_site(site: SiteSettings, *, by: User, pictures: Pictures | None = None) -> None:
    """Store the one row of settings. Raises Refused unless by administers the site.

    pictures: new ones by the name of their field, each with what its file was called.
    """
    require_administrator(by, "修改网站设置")
    before = SiteSettings.objects.select_for_update().filter(pk=1).first()
    for name, (checked, called) in (pictures or {}).items():
        setattr(site, name, store(checked, called, by=by))
    site.pk = 1
    changed = changed_fields(before or SiteSettings(), site)
    site.save()
    record("save_site", site, by=by, detail={"changed": changed})
    note_everything()
