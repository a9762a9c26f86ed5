"""Pages of the main window outside a meeting: unlocking, the list of cases, one case."""
