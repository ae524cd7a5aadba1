"""The document core: what a bulletin is, how it is read, numbered, compared and written.

Pure Python without Django: frozen dataclasses (``tree``) and functions on them. Every way in
makes a ``Document``, every way out takes one. Start with ``tree``, then ``parse``.
"""
