"""Spelling in the text fields of a meeting, on this computer only, with the shipped dictionary."""

from beraad.ui.spelling.spelling import Spelling

__all__ = ["Spelling"]
