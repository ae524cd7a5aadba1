"""迁移: a site moves in from, or out to, one file with an article a line (docs/moving.md)."""
