#!/usr/bin/env python
"""The door for commands: python manage.py COMMAND."""

import os
import secrets
import sys

from django.core.management import execute_from_command_line

# These read a file and print what they found: they sign nothing, so they need no key of the site.
KEYLESS = ("outline",)


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] and sys.argv[1] in KEYLESS:
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
