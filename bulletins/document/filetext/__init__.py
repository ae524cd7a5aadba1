"""文字版: what a file that goes with a text says, for who cannot open it, and for search.

``leaves`` is what comes out, ``reading`` says who reads which kind, ``child`` is the program that
does it: files are from outside, so they are read in a process of its own (``filetexts.starting``).
"""
