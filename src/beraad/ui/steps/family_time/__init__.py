"""Family time: the family and its network alone."""
