"""Widgets and words that several steps share; they know the views of a meeting."""
