"""The examples with names as long as people have them, with and without a place to break a line."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from beraad import assets
from beraad.services.vault import Vault
from tests.store.samples import CHEAP

_LINES = {"name", "called", "family_name", "municipality", "organisation", "relation", "place", "role"}
"""What stands on one line, and is shown in many places."""

_BROKEN = "Abdulrahman Muhammad al-Hassan van der Meulen-Verschuuren"
_WHOLE = "Wolfeschlegelsteinhausenbergerdorffkatzenellenbogensteinmetz"


@contextmanager
def vault_of_long_names() -> Iterator[Vault]:
    """An unlocked vault with them in a folder of its own; both go afterwards."""
    with tempfile.TemporaryDirectory(prefix="beraad-") as folder:
        vault = Vault(Path(folder) / "data", policy=CHEAP)
        vault.create("een wachtzin")
        try:
            for path in assets.example_cases():
                case = Path(folder) / path.name
                case.write_text(json.dumps(_with_long_names(json.loads(path.read_text("utf-8")))), "utf-8")
                vault.cases().import_file(case)
            yield vault
        finally:
            vault.lock()


def _with_long_names(item: Any, at: str = "") -> Any:
    if isinstance(item, dict):
        return {key: _with_long_names(value, key) for key, value in item.items()}
    if isinstance(item, list):
        return [_with_long_names(value, at) for value in item]
    return _lengthened(item) if at in _LINES and isinstance(item, str) and item else item


def _lengthened(name: str) -> str:
    """It begins as it did, so that people stay apart; every other one is a single word."""
    return f"{name} {_BROKEN}" if len(name) % 2 else f"{name.replace(' ', '')}{_WHOLE}"[: len(_WHOLE)]
