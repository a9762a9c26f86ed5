"""Step 6: the family and its network alone."""
