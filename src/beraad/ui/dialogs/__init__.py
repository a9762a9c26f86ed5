"""Dialogs outside a meeting. Each asks for one thing and stays open until it is saved or cancelled."""
