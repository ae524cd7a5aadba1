"""The site's own settings, with the few values a test run must have."""

import os
import tempfile

_FOLDER = tempfile.TemporaryDirectory(prefix="lantai-test-data-")
os.environ |= {
    "DEBUG": "false",
    "SECRET_KEY": "only-for-tests-" * 5,
    "SITE_URL": "http://testserver",
    "DATA_DIR": _FOLDER.name,
    "PAGE_STORE_MB": "0",  # tests/store switches it on
    "PDF": "false",  # each takes a second: tests/forms/test_pdf.py switches it on
}

from config.settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, as in production: people who write at once are tested on the real thing.
    DATABASES["default"]["TEST"] = {"NAME": f"{_FOLDER.name}/test.sqlite3"}  # noqa: F405
# Tests sign in by the hundred, and are not attacked.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir()  # noqa: F405
