"""What the pages of the console are built from: widgets that know views of a meeting."""
