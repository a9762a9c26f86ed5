"""Step 4: the scale questions."""
