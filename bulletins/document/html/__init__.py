"""HTML in and out: saved pages, clipboard fragments, and our own marked pages."""

from bulletins.document.html.reading import read_html

__all__ = ["read_html"]
