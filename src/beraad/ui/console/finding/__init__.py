"""Search in the meeting, and the list of what is still open."""
