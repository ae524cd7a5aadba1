"""What was made of texts that are public no more, and what is too much."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from bulletins.pdf import sweep


def sweep_pdf() -> Iterator[datetime]:
    """On this machine: every one that serves pages needs its own ``run_due``."""
    yield from (timezone.now() for _ in range(sweep()))
