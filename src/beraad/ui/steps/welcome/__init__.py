"""Welcome: who is there, how to talk, and the plan for today."""
