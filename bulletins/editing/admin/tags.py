"""Tags come and go with the texts that bear them.

taggit's own page would let somebody rename what reviewers have read and lists are built on.
"""

from django.contrib import admin
from taggit.models import Tag

admin.site.unregister(Tag)
