"""Screens over the console: those an attendee gets, lists and questions for the facilitator, and scans."""
