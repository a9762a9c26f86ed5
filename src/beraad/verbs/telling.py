"""Output of a list that a verb found: in words, or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable

from beraad import terminal
from beraad.verbs import OK


def tell(wish: argparse.Namespace, in_json: Callable[[], str], in_words: Callable[[], Iterable[str]]) -> int:
    """Write a list, as JSON if that was asked for; return the exit code of success."""
    if wish.json:
        terminal.say_lines(in_json())
    else:
        for line in in_words():
            terminal.say(line)
    return OK
