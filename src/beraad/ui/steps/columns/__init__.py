"""Steps 2, 3 and 5: the three columns of statements."""
