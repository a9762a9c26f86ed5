"""The windows: theme, widgets, dialogs, pages, the meeting, the wall and the signing screen."""

from beraad.ui.reference_counts import keep_singletons

keep_singletons()
