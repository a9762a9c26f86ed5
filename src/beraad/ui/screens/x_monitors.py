"""Places of the screens according to the X server itself.

Qt 6.12 does not always tell a program when a screen gets another place or size, and goes on reporting the old
one. It would miss two screens that begin to show the same. So this module asks the server, over a separate
connection.
"""

from __future__ import annotations

import ctypes as c
from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, QSocketNotifier, Signal

_ALL_CHANGES = 0b111
"""RandR's masks for another desktop, another use of an output, another output."""


class _Cookie(c.Structure):
    _fields_ = (("sequence", c.c_uint),)


class _Iterator(c.Structure):
    _fields_ = (("data", c.c_void_p), ("rem", c.c_int), ("index", c.c_int))


class _MonitorInfo(c.Structure):
    _fields_ = (
        ("name", c.c_uint32),
        ("primary", c.c_uint8),
        ("automatic", c.c_uint8),
        ("outputs", c.c_uint16),
        ("x", c.c_int16),
        ("y", c.c_int16),
        ("width", c.c_uint16),
        ("height", c.c_uint16),
    )


class _OutputChange(c.Structure):
    """RandR's event for an output: xcb_randr_notify_event_t with an xcb_randr_output_change_t."""

    _fields_ = (
        ("response_type", c.c_uint8),
        ("sub_code", c.c_uint8),
        ("sequence", c.c_uint16),
        ("timestamp", c.c_uint32),
        ("config_timestamp", c.c_uint32),
        ("window", c.c_uint32),
        ("output", c.c_uint32),
        ("crtc", c.c_uint32),
        ("mode", c.c_uint32),
        ("rotation", c.c_uint16),
        ("connection", c.c_uint8),
        ("subpixel_order", c.c_uint8),
    )


class _ExtensionData(c.Structure):
    _fields_ = (
        ("response_type", c.c_uint8),
        ("pad", c.c_uint8),
        ("sequence", c.c_uint16),
        ("length", c.c_uint32),
        ("present", c.c_uint8),
        ("major_opcode", c.c_uint8),
        ("first_event", c.c_uint8),
        ("first_error", c.c_uint8),
    )


_NOTIFY, _OUTPUT_CHANGE, _CONNECTED = 1, 1, 0
_CONNECTION_AT = 24
"""Offset in bytes in an xcb_randr_get_output_info_reply_t."""


class XMonitors(QObject):
    """Monitors of the X server, with signals for every change. OSError if there is no server."""

    changed = Signal()
    plugged_in = Signal()
    """An output got a cable; no desktop has used it yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._xcb, self._randr = _libraries()
        self._places: dict[str, QRect] = {}
        self._connection = self._xcb.xcb_connect(None, None)
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise OSError("no X server")
        setup = self._xcb.xcb_get_setup(self._connection)
        first = self._xcb.xcb_setup_roots_iterator(setup)
        self._root = c.cast(first.data, c.POINTER(c.c_uint32))[0]
        self._first_event = self._first_event_of_randr()
        self._connected = self._outputs()
        """Output → True if it had a cable when last reported."""
        self._randr.xcb_randr_select_input(self._connection, self._root, _ALL_CHANGES)
        self._xcb.xcb_flush(self._connection)
        number = self._xcb.xcb_get_file_descriptor(self._connection)
        self._notifier: QSocketNotifier | None = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_word)
        self._names: dict[int, str] = {}
        self.ask()

    @property
    def places(self) -> dict[str, QRect]:
        """Name → place in the server's own pixels; empty if the server does not answer."""
        return self._places

    def ask(self) -> None:
        """Ask the server again; this happens at every change that it reports."""
        self._places = self._asked() if self._notifier is not None else {}

    def _asked(self) -> dict[str, QRect]:
        asked = self._randr.xcb_randr_get_monitors(self._connection, self._root, 1)
        reply = self._randr.xcb_randr_get_monitors_reply(self._connection, asked, None)
        if not reply:
            return {}
        try:
            return {self._name(monitor.name): _rect(monitor) for monitor in self._monitors(reply)}
        finally:
            _free(reply)

    def close(self) -> None:
        """Close the connection to the server."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier, self._places = None, {}
            self._xcb.xcb_disconnect(self._connection)

    def _first_event_of_randr(self) -> int:
        name = c.c_void_p.in_dll(self._randr, "xcb_randr_id")
        data = self._xcb.xcb_get_extension_data(self._connection, c.byref(name))
        return int(c.cast(data, c.POINTER(_ExtensionData)).contents.first_event) if data else 0

    def _outputs(self) -> dict[int, bool]:
        asked = self._randr.xcb_randr_get_screen_resources_current(self._connection, self._root)
        reply = self._randr.xcb_randr_get_screen_resources_current_reply(self._connection, asked, None)
        if not reply:
            return {}
        try:
            count = self._randr.xcb_randr_get_screen_resources_current_outputs_length(reply)
            first = self._randr.xcb_randr_get_screen_resources_current_outputs(reply)
            outputs = c.cast(first, c.POINTER(c.c_uint32))[:count]
        finally:
            _free(reply)
        return {output: self._has_cable(output) for output in outputs}

    def _has_cable(self, output: int) -> bool:
        asked = self._randr.xcb_randr_get_output_info(self._connection, output, 0)
        reply = self._randr.xcb_randr_get_output_info_reply(self._connection, asked, None)
        if not reply:
            return False
        try:
            return c.string_at(reply + _CONNECTION_AT, 1)[0] == _CONNECTED
        finally:
            _free(reply)

    def _monitors(self, reply: int) -> Iterator[_MonitorInfo]:
        iterator = self._randr.xcb_randr_get_monitors_monitors_iterator(reply)
        while iterator.rem > 0:
            yield c.cast(iterator.data, c.POINTER(_MonitorInfo)).contents
            self._randr.xcb_randr_monitor_info_next(c.byref(iterator))

    def _name(self, atom: int) -> str:
        if (known := self._names.get(atom)) is not None:
            return known
        asked = self._xcb.xcb_get_atom_name(self._connection, atom)
        reply = self._xcb.xcb_get_atom_name_reply(self._connection, asked, None)
        if not reply:
            return ""
        try:
            length = self._xcb.xcb_get_atom_name_name_length(reply)
            name = c.string_at(self._xcb.xcb_get_atom_name_name(reply), length).decode(errors="replace")
        finally:
            _free(reply)
        return self._names.setdefault(atom, name)

    def _is_plugged_in(self, event: int) -> bool:
        """Return True if an output just got a cable and shows nothing yet."""
        told = c.cast(event, c.POINTER(_OutputChange)).contents
        if (told.response_type & 0x7F, told.sub_code) != (self._first_event + _NOTIFY, _OUTPUT_CHANGE):
            return False
        before = self._connected.get(told.output)
        self._connected[told.output] = connected = told.connection == _CONNECTED
        return connected and before is False and not told.mode

    def _on_word(self) -> None:
        heard = plugged = False
        while event := self._xcb.xcb_poll_for_event(self._connection):
            plugged |= self._is_plugged_in(event)
            _free(event)
            heard = True
        if plugged:
            # First, since the next event may put that screen over a window.
            self.plugged_in.emit()
        if self._xcb.xcb_connection_has_error(self._connection):
            self.close()
        elif heard:
            self.ask()
            self.changed.emit()


def _rect(monitor: _MonitorInfo) -> QRect:
    return QRect(monitor.x, monitor.y, monitor.width, monitor.height)


def _free(pointer: int) -> None:
    free = c.CDLL(None).free
    free.argtypes = [c.c_void_p]
    free(pointer)


def _libraries() -> tuple[c.CDLL, c.CDLL]:
    """Return the libraries that Qt itself uses, with the signatures of the calls made here."""
    xcb, randr = c.CDLL("libxcb.so.1"), c.CDLL("libxcb-randr.so.0")
    pointer, number = c.c_void_p, c.c_uint32
    for library, name, result, arguments in (
        (xcb, "xcb_connect", pointer, [c.c_char_p, pointer]),
        (xcb, "xcb_connection_has_error", c.c_int, [pointer]),
        (xcb, "xcb_disconnect", None, [pointer]),
        (xcb, "xcb_flush", c.c_int, [pointer]),
        (xcb, "xcb_get_file_descriptor", c.c_int, [pointer]),
        (xcb, "xcb_get_setup", pointer, [pointer]),
        (xcb, "xcb_get_extension_data", pointer, [pointer, pointer]),
        (xcb, "xcb_setup_roots_iterator", _Iterator, [pointer]),
        (xcb, "xcb_poll_for_event", pointer, [pointer]),
        (xcb, "xcb_get_atom_name", _Cookie, [pointer, number]),
        (xcb, "xcb_get_atom_name_reply", pointer, [pointer, _Cookie, pointer]),
        (xcb, "xcb_get_atom_name_name", pointer, [pointer]),
        (xcb, "xcb_get_atom_name_name_length", c.c_int, [pointer]),
        (randr, "xcb_randr_select_input", _Cookie, [pointer, number, c.c_uint16]),
        (randr, "xcb_randr_get_screen_resources_current", _Cookie, [pointer, number]),
        (randr, "xcb_randr_get_screen_resources_current_reply", pointer, [pointer, _Cookie, pointer]),
        (randr, "xcb_randr_get_screen_resources_current_outputs_length", c.c_int, [pointer]),
        (randr, "xcb_randr_get_screen_resources_current_outputs", pointer, [pointer]),
        (randr, "xcb_randr_get_output_info", _Cookie, [pointer, number, number]),
        (randr, "xcb_randr_get_output_info_reply", pointer, [pointer, _Cookie, pointer]),
        (randr, "xcb_randr_get_monitors", _Cookie, [pointer, number, c.c_uint8]),
        (randr, "xcb_randr_get_monitors_reply", pointer, [pointer, _Cookie, pointer]),
        (randr, "xcb_randr_get_monitors_monitors_iterator", _Iterator, [pointer]),
        (randr, "xcb_randr_monitor_info_next", None, [pointer]),
    ):
        call = getattr(library, name)
        call.restype, call.argtypes = result, arguments
    return xcb, randr
