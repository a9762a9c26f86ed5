"""The dialogs outside a meeting: each asks for one thing and stays until it was kept or called off."""
