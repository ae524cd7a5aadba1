"""Which lines open a region's part, and which end one."""
