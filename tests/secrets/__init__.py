"""Nothing of what is not public shows at any public address, to anybody."""
