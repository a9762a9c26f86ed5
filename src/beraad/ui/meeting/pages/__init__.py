"""Pages of the steps, one each (the three columns share one); pages do not know each other."""
