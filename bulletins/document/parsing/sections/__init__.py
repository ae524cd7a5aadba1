"""Parts and their sections, made from lines."""
