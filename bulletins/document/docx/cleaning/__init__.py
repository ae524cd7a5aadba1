"""A story made plain before it is read: alternatives chosen, changes accepted, fields resolved."""
