"""`make bench`: how fast readers are served, beside floors measured in the same run.

``articles`` makes what is loaded, ``stores`` keeps it, ``servers`` and ``floors`` serve it,
``running`` asks for pages, ``targets`` judges, ``page`` prints.
"""
