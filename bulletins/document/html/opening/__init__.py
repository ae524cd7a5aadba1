"""From the bytes of a page to its tree: charset, archive, markup, what nobody sees, addresses."""
