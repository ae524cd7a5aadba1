"""What anybody can read: thin doors on ``live(at)`` and ``Listing``. Nothing here writes."""
