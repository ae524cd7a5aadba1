"""The static site: exported whole, brought up to date, proved."""
