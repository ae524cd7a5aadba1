"""What stands after the text: foot of the page, credits, attachments, signature."""
