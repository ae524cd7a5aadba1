"""Django's own SQLite, whose writers wait in line."""
