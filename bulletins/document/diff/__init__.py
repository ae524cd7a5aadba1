"""What changed between two documents, said so that a reviewer can judge it (start at ``compare``)."""
