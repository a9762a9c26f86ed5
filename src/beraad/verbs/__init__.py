"""The verbs of the command line. Each loads its own rooms when it runs: `beraad.cli` names them."""

OK, TROUBLE, BAD_INPUT, LEAK = 0, 1, 2, 3
"""Exit codes: all went well; the store or the computer gave trouble; bad input; a leak withheld a copy."""

_SHOWN = 300
"""Characters of what was typed that a sentence repeats."""


def cut(text: str) -> str:
    """What a sentence repeats of something that was typed."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
