"""The API: what it answers, and what it does not."""
