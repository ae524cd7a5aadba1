"""What nobody may do to the rows, not even with SQL."""

from tests.models.breaches import content, editions, records
from tests.models.breaches.breach import Breach, edition

BREACHES = (*editions.BREACHES, *content.BREACHES, *records.BREACHES)

__all__ = ["BREACHES", "Breach", "edition"]
