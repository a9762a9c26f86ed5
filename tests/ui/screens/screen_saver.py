"""A screen saver on a D-Bus session of its own: a process that writes down who held it off, and who let go.

Its argument is the address of the session. It speaks like org.freedesktop.ScreenSaver.
"""

from __future__ import annotations

import sys

from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection

NAME, COOKIE = "org.freedesktop.ScreenSaver", 7


def main(address: str) -> None:
    """Answer until the session ends."""
    connection = open_dbus_connection(bus=address)
    connection.send_and_get_reply(message_bus.RequestName(NAME))
    say("ready")
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        wish = message.header.fields.get(HeaderFields.member)
        if wish == "Inhibit":
            say("held off")
            connection.send(new_method_return(message, "u", (COOKIE,)))
        elif wish == "UnInhibit" and message.body == (COOKIE,):
            say("let go")
            connection.send(new_method_return(message))
        else:
            connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


def say(word: str) -> None:
    """One line to the test."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (ConnectionError, EOFError):
        sys.exit(0)
