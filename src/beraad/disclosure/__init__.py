"""Decide who may see what; everything that anybody sees passes through here."""
