"""The site's own words are changed: by administrators, with an entry in the audit chain."""

from django.db import transaction

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.models import SiteSettings
from bulletins.permissions.administrators import require_administrator


@transaction.atomic
def save_site(site: SiteSettings, *, by: User) -> None:
    """Store the one row of settings. Raises Refused unless by administers the site."""
    require_administrator(by, "修改网站设置")
    before = SiteSettings.objects.select_for_update().filter(pk=1).first() or SiteSettings()
    site.pk = 1
    changed = changed_fields(before, site)
    site.save()
    record("save_site", site, by=by, detail={"changed": changed})
