"""Bars above and below the page of a step: the meeting and its time, how it stands, what is saved."""
