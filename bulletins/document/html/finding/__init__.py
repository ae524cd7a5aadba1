"""Where in a page the article is, and what else the page says of it. Start with ``article``."""
