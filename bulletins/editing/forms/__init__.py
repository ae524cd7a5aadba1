"""What a person typed, checked and put into the domain's words."""
