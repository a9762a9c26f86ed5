"""Log of what happened and when, never about whom.

A line is one of our own codes (`store.opened`, `copy.withheld`) with numbers at most. Anything else that
reaches the log – a sentence of a library, an exception's text, a value – is left out, because it may hold a
family's name. Write `_log.info("backup.made %d", pages)` with `_log = logging.getLogger(__name__)`.
"""

import logging
import re
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from typing_extensions import override

_OURS = "beraad"
_CODE = re.compile(r"[a-z][a-z_]*(\.[a-z][a-z_]*)+( %d| %\.\df)*")
_BYTES, _KEPT = 500_000, 4


class CodesOnly(logging.Formatter):
    """Formatter that passes our own codes and numbers; of other messages it passes only their place."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage() if _is_ours(record) else f"text.left_out line {record.lineno}"
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {message}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    @override
    def formatException(self, ei: Any) -> str:
        """Return the exception's type and the places it passed, without its text and values."""
        kind, _, trace = ei
        places = [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        return "\n".join([f"  {kind.__name__ if kind else 'no exception'}", *places])


def be_quiet() -> None:
    """Log nowhere until `start`: without a handler Python writes to stderr, with the texts of errors."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())


def start(folder: Path) -> None:
    """Log to a rotating file in `folder` (at most 2.5 MB in all), also uncaught exceptions.

    A folder that cannot be written never stops the program: it then runs without a log.
    """
    stop()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "beraad.log", maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.set_name(_OURS)
    handler.setFormatter(CodesOnly())
    logging.raiseExceptions = False  # on a full disk the default prints the record, values and all, on stderr
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def stop() -> None:
    """Close the log file, if there is one."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if handler.get_name() == _OURS]:
        root.removeHandler(handler)
        handler.close()


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """Log an uncaught exception without its text, which the default hook prints and a desktop stores."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(_OURS).critical("program.uncaught", exc_info=(kind, error or kind(), trace))
    sys.stderr.write(f"beraad: {kind.__name__}\n")


def _is_ours(record: logging.LogRecord) -> bool:
    ours = record.name == _OURS or record.name.startswith(_OURS + ".")
    values = record.args if isinstance(record.args, tuple) else (record.args,)
    numbers = all(value is None or isinstance(value, int | float) for value in values)
    return ours and numbers and isinstance(record.msg, str) and _CODE.fullmatch(record.msg) is not None
