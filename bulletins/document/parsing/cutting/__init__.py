"""Blocks cut into lines, each with its number mark."""
