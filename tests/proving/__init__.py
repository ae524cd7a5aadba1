"""What is kept of released texts, held against their rows."""
