"""The door gunicorn comes in by: finished pages are handed out before Django is asked."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

_django = get_wsgi_application()

from config.stored import behind_store  # noqa: E402  needs the settings

application = behind_store(_django)
