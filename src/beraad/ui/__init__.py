"""The only Qt code: theme, widgets, dialogs, pages, the meeting, the wall and the signing screen."""
