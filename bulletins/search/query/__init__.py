"""What was typed, understood."""
