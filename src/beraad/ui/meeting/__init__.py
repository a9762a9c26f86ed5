"""The open meeting as the windows know it: its model, its drafts, its keys and its pace."""
