"""What stands before the text: title, time, source, numbers."""
