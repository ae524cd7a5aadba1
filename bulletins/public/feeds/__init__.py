"""订阅: what is new, and what became of it, as Atom and RSS."""
