"""Facilitator's console: what stands around the page of a step, in rooms, and what joins them."""

from beraad.ui.console.page import MeetingPage

__all__ = ["MeetingPage"]
