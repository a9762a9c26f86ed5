"""Check for a display that answers, before Qt looks for one.

Qt ends the process if there is none, and waits for ever for one that accepts a connection and does not reply.
"""

from __future__ import annotations

import os
import re
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from beraad import terminal
from beraad.errors import BeraadError
from beraad.i18n import spoken
from beraad.words.errors import sentence

PATIENCE = 10.0
"""Seconds in which a display must reply. It takes a few milliseconds, also over a network."""

_X_PORT = 6000
_X_HELLO = struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0)
"""Connection request for protocol 11.0 without a key: a server replies to it, if only to refuse."""
_WAYLAND_HELLO = struct.pack("=III", 1, 12 << 16, 2)
"""wl_display.sync: the server replies when it has processed it."""
_DISPLAY = re.compile(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?")


class NoDisplay(BeraadError):
    """There is no display, or none that answers."""

    code = "no_display"


def look_for_display(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the Qt platforms to use if not all that Qt would try answer; None if Qt may choose.

    Raises NoDisplay if none answers.
    """
    if sys.platform in ("win32", "darwin"):
        return None
    wanted = _wanted(environment)
    answering = [name for name in wanted if _answers(name.partition(":")[0], environment)]
    if not answering:
        raise NoDisplay
    return None if answering == wanted else ";".join(answering)


def make_qt() -> QApplication:
    """Return the Qt application. Raises NoDisplay if no display answers.

    Problems that only Qt can find – a key that the display refuses, a missing library – end the process with
    the same sentence and exit code 1: otherwise Qt would abort.
    """
    platforms = look_for_display()
    if platforms is not None:
        os.environ["QT_QPA_PLATFORM"] = platforms
    said: list[str] = []
    quiet = _Quiet()

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            quiet.end()
            terminal.warn(sentence(NoDisplay(), spoken()))
            os._exit(1)
        said.append(message)

    before = qInstallMessageHandler(listen)
    try:
        return QApplication(["beraad"])
    finally:
        quiet.end()
        qInstallMessageHandler(before)
        for message in said:
            terminal.warn(message)


class _Quiet:
    """Diversion of stderr, to hide what the libraries of a display write there themselves, until `end`."""

    def __init__(self) -> None:
        self._kept: int | None = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)

    def end(self) -> None:
        """Restore stderr."""
        if self._kept is not None:
            os.dup2(self._kept, 2)
            os.close(self._kept)
            self._kept = None


def _wanted(environment: Mapping[str, str]) -> list[str]:
    """Return the platforms that Qt would try, in its order."""
    if named := environment.get("QT_QPA_PLATFORM"):
        return named.split(";")
    wayland = environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland"
    return [*(["wayland"] if wayland else []), *(["xcb"] if environment.get("DISPLAY") else [])]


def _answers(platform: str, environment: Mapping[str, str]) -> bool:
    if platform.startswith("wayland"):
        return "WAYLAND_SOCKET" in environment or _says(_wayland_addresses(environment), _WAYLAND_HELLO)
    if platform == "xcb":
        return _says(_x_addresses(environment.get("DISPLAY", "")), _X_HELLO)
    # The other platforms draw without a server.
    return True


def _wayland_addresses(environment: Mapping[str, str]) -> Iterator[str | tuple[str, int]]:
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    yield str(Path(environment.get("XDG_RUNTIME_DIR", "")) / name)


def _x_addresses(display: str) -> Iterator[str | tuple[str, int]]:
    found = _DISPLAY.fullmatch(display)
    if found is None:
        return
    host, number = found["host"], int(found["number"])
    if host.startswith("/"):
        yield display
    elif host in ("", "unix"):
        yield f"\0/tmp/.X11-unix/X{number}"
        yield f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    else:
        yield host.strip("[]"), _X_PORT + number


def _says(addresses: Iterator[str | tuple[str, int]], hello: bytes) -> bool:
    """Return True if something at one of these addresses replies to a first message."""
    return any(_says_at(address, hello) for address in addresses)


def _says_at(address: str | tuple[str, int], hello: bytes) -> bool:
    import socket  # noqa: PLC0415 - where nobody is asked it is not needed

    with suppress(OSError, ValueError):
        if isinstance(address, tuple):
            connection = socket.create_connection(address, timeout=PATIENCE)
        else:
            connection = socket.socket(socket.AF_UNIX)
        with closing(connection):
            connection.settimeout(PATIENCE)
            if isinstance(address, str):
                connection.connect(address)
            connection.sendall(hello)
            return bool(connection.recv(1))
    return False
