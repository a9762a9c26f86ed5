"""Evaluation: the next meeting, the marks and the copies."""
