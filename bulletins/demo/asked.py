"""What the readers of the fictional office looked for."""

import json
from datetime import date, timedelta

from bulletins.demo.scripts import CONTENT
from bulletins.document.folding import fold
from bulletins.models import AskedQuery


def ask(today: date) -> None:
    """As ``content/asked.json`` says; times: how often today, yesterday, and so on."""
    said = json.loads((CONTENT / "asked.json").read_text(encoding="utf-8"))
    AskedQuery.objects.bulk_create(
        AskedQuery(
            day=today - timedelta(days=ago),
            folded=fold(one["said"]),
            said=one["said"],
            times=times,
            in_vain=times if one["in_vain"] else 0,
        )
        for one in said
        for ago, times in enumerate(one["times"])
        if times
    )
