"""/compare/: what regions say on the same subject, side by side, and one region's two years."""
