"""One page a step (the three columns share one). Pages do not know each other."""
