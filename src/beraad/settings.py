"""The user's few settings, in a small file. A file that cannot be read never stops the program."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from beraad.languages import LANGUAGES, SOURCE
from beraad.paths import replace_file
from beraad.texts import is_broken

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """Settings of the user. They hold nothing of a case: no reference, name, title or path."""

    language: str = SOURCE
    theme: str = "light"
    text_size: int = 100
    """Per cent."""
    voice: str = "second"
    """Form of address on the signing screen: `first` (ik) or `second` (jij)."""
    window: str = ""
    """Place and size of the main window, in Qt's format in base 64."""
    wall_screen: tuple[str, ...] = ()
    """Screen that the room looks at: maker, model, serial number, connector. Empty: none chosen yet."""
    wall_turns: bool = False
    """True if the pages of the wall turn by themselves."""
    spelling: bool = True
    """True if words that may be misspelled are underlined in a meeting."""
    lock_after: int = 10
    """Minutes without use after which the program locks."""
    calm_after: int = 60
    """Minutes of lock after which the room sees the calm picture."""


TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Sizes of text to choose from, in per cent."""
LOCK_AFTER = (2, 5, 10, 15, 30, 60)
"""Minutes to choose from for `lock_after`. Never to lock is not offered."""
CALM_AFTER = (15, 30, 60, 90, 120, 180)
"""Minutes to choose from for `calm_after`."""
_ALLOWED: dict[str, tuple[object, ...]] = {
    "language": tuple(LANGUAGES),
    "theme": ("light", "dark"),
    "text_size": TEXT_SIZES,
    "voice": ("first", "second"),
    "lock_after": LOCK_AFTER,
    "calm_after": CALM_AFTER,
}
_LONGEST_WINDOW = 1_000
_SCREEN_PARTS, _LONGEST_PART = 4, 200


def load(path: Path) -> Settings:
    """Return the settings at `path`; what is missing, damaged or unknown gets its default."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        _log.warning("settings.unreadable")
        return Settings()
    # Half a surrogate pair can be read, but neither shown nor written again.
    if not isinstance(found, dict) or is_broken(json.dumps(found, ensure_ascii=False)):
        _log.warning("settings.unreadable")
        return Settings()
    return Settings(**{field.name: _valid(found, field.name) for field in fields(Settings)})


def save(settings: Settings, path: Path) -> bool:
    """Write the settings whole; return False if the disk refuses them (the program goes on without)."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, text.encode())
    except OSError:
        _log.warning("settings.unsaved")
        return False
    return True


def _valid(found: Mapping[str, Any], name: str) -> Any:
    """Return the value in the file if this version knows it, else the default."""
    value = found.get(name)
    if isinstance(usual := getattr(Settings(), name), bool):
        return value if isinstance(value, bool) else usual
    if name == "window":
        return value if isinstance(value, str) and len(value) <= _LONGEST_WINDOW else ""
    if name == "wall_screen":
        return tuple(value) if isinstance(value, list) and _is_screen(value) else ()
    return value if value in _ALLOWED[name] else getattr(Settings(), name)


def _is_screen(parts: list[object]) -> bool:
    return len(parts) == _SCREEN_PARTS and all(
        isinstance(part, str) and len(part) <= _LONGEST_PART for part in parts
    )
