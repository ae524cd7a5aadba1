"""The index that search asks: passages of texts as tokens, the same on both engines."""
