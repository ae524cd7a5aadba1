"""Automatic numbers: what the file defines (``schemes``), counting it, and spelling it."""
