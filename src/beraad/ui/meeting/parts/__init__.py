"""Building blocks of the console's pages: widgets that know the views of a meeting."""
