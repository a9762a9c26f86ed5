"""Step 9: the next meeting, the marks and the copies."""
