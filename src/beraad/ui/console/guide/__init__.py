"""Right side of the console: guide texts of the step, and the private notes."""
