"""Step 7: the agreements of the plan."""
