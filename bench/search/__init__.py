"""Search on the bench's databases: how fast it answers, how large its index is, how fast made."""
