"""What cannot be undercut: the same body from a bare Django view, from bare WSGI, from nginx."""
