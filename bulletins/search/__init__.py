"""Search: what was asked, what is found, in which order. The index itself is `indexing`."""
