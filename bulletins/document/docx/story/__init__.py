"""The text in reading order. Start with ``story``; ``inlines`` walks one paragraph."""
