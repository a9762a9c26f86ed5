"""The facilitator's console: what stands around the page of a step, and the screens over it."""

from beraad.ui.console.page import MeetingPage

__all__ = ["MeetingPage"]
