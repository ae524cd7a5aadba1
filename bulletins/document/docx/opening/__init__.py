"""The zip around a Word file, opened with suspicion. Start with ``package``."""
