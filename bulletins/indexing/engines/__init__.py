"""One module for each database: the same questions, the same answers."""
