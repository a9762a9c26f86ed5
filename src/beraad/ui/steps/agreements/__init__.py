"""Agreements of the plan."""
