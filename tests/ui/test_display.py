"""Where no display answers, the program ends in one sentence and exit code 1, and never hangs or aborts."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from beraad.ui import display
from beraad.ui.display import NoDisplay, look_for_display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other desktops always have a display")

Listen = Callable[..., str]


@pytest.fixture
def listen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listen]:
    """Begin a server that answers its first word, or says nothing; gives the WAYLAND_DISPLAY or DISPLAY."""
    monkeypatch.setattr(display, "PATIENCE", 0.2)
    servers: list[socket.socket] = []
    held: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def serve(server: socket.socket, answer: bytes) -> None:
        while True:
            try:
                connection = server.accept()[0]
            except OSError:
                return
            held.append(connection)
            if answer and connection.recv(12):
                connection.sendall(answer)

    def begin(*, x: bool = False, answer: bytes = b"\1") -> str:
        if x:
            server = socket.create_server(("localhost", 0))
            name = f"localhost:{server.getsockname()[1] - 6000}.0"
        else:
            server = socket.socket(socket.AF_UNIX)
            name = str(tmp_path / f"wayland-{len(servers)}")
            server.bind(name)
            server.listen()
        servers.append(server)
        threads.append(threading.Thread(target=serve, args=(server, answer), daemon=True))
        threads[-1].start()
        return name

    yield begin
    for server in servers:
        server.shutdown(socket.SHUT_RDWR)
    for thread in threads:
        thread.join()
    for each in (*servers, *held):
        each.close()


def test_a_display_that_answers_is_taken(listen: Listen) -> None:
    assert look_for_display({"WAYLAND_DISPLAY": listen()}) is None
    assert look_for_display({"DISPLAY": listen(x=True)}) is None
    assert look_for_display({"QT_QPA_PLATFORM": "xcb", "DISPLAY": listen(x=True)}) is None


def test_a_display_that_takes_a_connection_and_says_nothing_is_none(listen: Listen) -> None:
    for environment in (
        {"WAYLAND_DISPLAY": listen(answer=b"")},
        {"DISPLAY": listen(x=True, answer=b"")},
        {"QT_QPA_PLATFORM": "wayland-egl", "WAYLAND_DISPLAY": listen(answer=b"")},
    ):
        with pytest.raises(NoDisplay):
            look_for_display(environment)


def test_the_one_of_two_that_answers_is_taken(listen: Listen) -> None:
    silent, answering = listen(answer=b""), listen(x=True)
    assert look_for_display({"WAYLAND_DISPLAY": silent, "DISPLAY": answering}) == "xcb"
    assert look_for_display({"WAYLAND_DISPLAY": listen(), "DISPLAY": "nobody:x"}) == "wayland"


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": "x"},
        {"DISPLAY": ":99999"},
        {"DISPLAY": "/nowhere:0"},
        {"WAYLAND_DISPLAY": "wayland-99", "XDG_RUNTIME_DIR": "/nowhere"},
        {"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": "/nowhere"},
        {"WAYLAND_DISPLAY": "\0" * 200},
    ],
)
def test_no_display_is_told(environment: dict[str, str]) -> None:
    with pytest.raises(NoDisplay):
        look_for_display(environment)


def test_a_platform_that_needs_no_display_is_let_be() -> None:
    assert look_for_display({"QT_QPA_PLATFORM": "offscreen"}) is None


@pytest.mark.parametrize(
    "environment", [{}, {"DISPLAY": ":9999"}, {"QT_QPA_PLATFORM": "nonsense"}], ids=["none", "dead", "Qt"]
)
def test_without_a_display_the_program_ends_in_a_sentence(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """The last is what only Qt finds out: its abort left a core dump and eight lines about plugins."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG")}
    done = subprocess.run(
        [sys.executable, "-m", "beraad", "--data", str(tmp_path / "data")],
        env={**kept, **environment, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Er is hier geen beeldscherm")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()
