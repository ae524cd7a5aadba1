"""A worker that writes to the chain without end, until somebody stops it: `python -m … NAME`."""

import sys

import django


def write_for_ever(name: str) -> None:
    """One act after the other, each with a remark, each in its transaction."""
    from django.db import transaction

    from accounts.audit import record, remark_of
    from accounts.models import User

    lin, number = User.objects.get(username="lin"), 0
    while True:
        number += 1
        with transaction.atomic():
            record("act", f"{name}:{number}", by=lin, remark=remark_of("请核实"))


if __name__ == "__main__":
    django.setup()
    write_for_ever(sys.argv[1])
