"""Output of a list that a verb found: in words, or as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from beraad import terminal
from beraad.verbs import OK


def tell(wish: argparse.Namespace, items: Sequence[Mapping[str, Any]], lines: Iterable[str]) -> int:
    """Write the lines, or the items as JSON if that was asked for; return the exit code of success."""
    if wish.json:
        # Escaped where it is not ASCII: so it is the same JSON on every terminal.
        terminal.say_lines(json.dumps(items, indent=2))
    else:
        for line in lines:
            terminal.say(line)
    return OK
