"""Verbs of the command line. Each loads its own modules when it runs: `beraad.cli` names them."""

OK, TROUBLE, BAD_INPUT, LEAK = 0, 1, 2, 3
"""Exit codes: success; trouble with the store or the computer; bad input; a copy withheld for a leak."""

_SHOWN = 300
"""Most characters of the input that a sentence repeats."""


def cut(text: str) -> str:
    """Return the part of the input that a sentence repeats."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
