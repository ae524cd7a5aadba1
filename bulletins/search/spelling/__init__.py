"""您是不是要找: what was meant by a word that is nowhere."""

from bulletins.search.spelling.meant import did_you_mean

__all__ = ["did_you_mean"]
