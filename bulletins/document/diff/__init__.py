"""What changed between two documents, as a reviewer needs it (start at ``compare``)."""
