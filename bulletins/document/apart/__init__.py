"""A program of its own for what is from outside, or heavy: started with nothing of ours."""
