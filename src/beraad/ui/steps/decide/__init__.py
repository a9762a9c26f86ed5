"""Step 8: the plan read, agreed and answered."""
