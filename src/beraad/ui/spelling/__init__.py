"""Spelling in the text fields of a meeting: on this machine alone, with the dictionary that ships."""

from beraad.ui.spelling.spelling import Spelling

__all__ = ["Spelling"]
