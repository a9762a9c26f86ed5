"""The meeting console: what the facilitator works on, step by step."""

from beraad.ui.meeting.page import MeetingPage

__all__ = ["MeetingPage"]
