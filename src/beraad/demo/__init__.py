"""Example meeting, played through the real windows."""
