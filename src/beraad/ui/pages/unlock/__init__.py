"""Unlocking: a small state machine that clears itself."""

from beraad.ui.pages.unlock.page import UnlockPage

__all__ = ["UnlockPage"]
