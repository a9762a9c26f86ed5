"""One small dated module for each step."""
