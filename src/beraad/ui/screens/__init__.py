"""Screens: which there are, which one the room looks at, the place of each window and what covers it."""
