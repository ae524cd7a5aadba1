"""Public pages as addresses: which there are of an article, to be given up or made anew at once."""
