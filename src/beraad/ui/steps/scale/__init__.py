"""Scale questions."""
