"""Django's own PostgreSQL, asked less often whether it is still there."""
