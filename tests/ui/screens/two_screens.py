"""Two real outputs of one X server without monitors, and a third where it is asked for.

Xorg's dummy driver, xrandr, a light window manager.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

LAPTOP, PROJECTOR, SECOND = "DUMMY0", "DUMMY1", "DUMMY2"
SMALL, LARGE, OTHER = "1368x768", "1920x1080", "1280x720"
"""The laptop's size, the projector's, and another one of each."""

WHOLE = "3840x2160"
"""The desktop's memory stays this large: the dummy driver leaves shreds of old pixels where that changes."""

CONFIG = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 2160
  EndSubSection
EndSection
"""
# The largest terminal there is, so that no real one is taken; it is never switched to.
OPTIONS = ("-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts", "vt63")
STARTS_WITHIN = 20.0
"""Seconds."""


def what_is_missing() -> str:
    """Why two screens cannot be had here; nothing where they can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "needs the right to start an X server"
    missing = [tool for tool in ("Xorg", "xrandr", "openbox") if not shutil.which(tool)]
    return f"needs {', '.join(missing)}" if missing else ""


class TwoScreens:
    """An X server of its own, on a display that nobody else has, with a laptop's screen and a projector.

    RuntimeError where it does not start.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._cables_stay = False
        self.display = ""

    def start(self) -> None:
        """Start the server, both screens side by side. Call `stop` afterwards, whatever happens."""
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to be on these screens."""
        left_out = ("WAYLAND_DISPLAY", "XAUTHORITY", "QT_SCALE_FACTOR", "DBUS_SESSION_BUS_ADDRESS")
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        return kept | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def stop(self) -> None:
        """End the window manager and the server."""
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
        self._processes.clear()

    def side_by_side(self, *, projector_first: bool = False) -> None:
        """Both on, the projector to the right of the laptop, or to the left."""
        laptop, projector = ("1920x0", "0x0") if projector_first else ("0x0", "1368x0")
        self._set(
            *("--output", LAPTOP, "--mode", SMALL, "--pos", laptop, "--primary"),
            *("--output", PROJECTOR, "--mode", LARGE, "--pos", projector),
            *("--output", SECOND, "--off"),
        )

    def two_beside_the_laptop(self) -> None:
        """The laptop on the left, and beside it two screens that are equally large."""
        self._set(
            *("--output", LAPTOP, "--mode", SMALL, "--pos", "0x0", "--primary"),
            *("--output", PROJECTOR, "--mode", OTHER, "--pos", "1368x720"),
            *("--output", SECOND, "--mode", OTHER, "--pos", "1368x0"),
        )

    def plug_in_cables(self) -> None:
        """Both projectors have a cable from now on, also while they are off, and so can be heard.

        The dummy driver says of an output that it has a cable if it is in use at the moment of the question.
        So that is asked once, and never again.
        """
        self.two_beside_the_laptop()
        subprocess.run(["xrandr"], env=self.environment, check=True, timeout=30, stdout=subprocess.DEVNULL)
        self._cables_stay = True
        self.side_by_side()

    def name(self, output: str, maker: str, model: str, serial: str) -> None:
        """What hangs on the cable of this output says this of itself: heard when the screen comes."""
        script = Path(__file__).with_name("identity.py")
        subprocess.run(
            [sys.executable, str(script), output, maker, model, serial],
            env=self.environment,
            check=True,
            timeout=30,
        )

    def hang(self, maker: str, model: str, serial: str) -> None:
        """This projector hangs beside the laptop, on its cable, and nothing else."""
        self.unplug()
        self.name(PROJECTOR, maker, model, serial)
        self.side_by_side()

    def unplug(self) -> None:
        """The projector goes."""
        self._set("--output", PROJECTOR, "--off")

    def close_lid(self) -> None:
        """The laptop's own screen goes; the projector becomes the whole desktop, as desktops do."""
        self._set("--output", LAPTOP, "--off", "--output", PROJECTOR, "--pos", "0x0", "--primary")

    def mirror(self) -> None:
        """Both show the same."""
        self._set("--output", PROJECTOR, "--mode", LARGE, "--same-as", LAPTOP)

    def change_resolution(self) -> None:
        """The projector gets other pixels."""
        self._set("--output", PROJECTOR, "--mode", OTHER)

    def change_laptop(self) -> None:
        """The laptop gets other, fewer pixels; the projector moves up to it, as desktops do."""
        self._set("--output", LAPTOP, "--mode", OTHER, "--output", PROJECTOR, "--pos", "1280x0")

    def change_only_screen(self) -> None:
        """The laptop gets other, fewer pixels, and has no other screen beside it."""
        self._set("--output", LAPTOP, "--mode", OTHER)

    def _set(self, *wish: str) -> None:
        how = ("--current",) if self._cables_stay else ()
        subprocess.run(["xrandr", *how, "--fb", WHOLE, *wish], env=self.environment, check=True, timeout=30)

    def _start(self) -> None:
        config, log = self._folder / "xorg.conf", self._folder / "xorg.log"
        config.write_text(CONFIG, "utf-8")
        reading, writing = os.pipe()
        try:
            server = subprocess.Popen(
                ["Xorg", "-displayfd", str(writing), "-config", str(config), "-logfile", str(log), *OPTIONS],
                pass_fds=(writing,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        finally:
            os.close(writing)
        self._processes.append(server)
        with os.fdopen(reading, "rb") as told:
            # The server closes its end when it has said the number, and when it dies.
            number = told.readline().decode().strip()
        if not number:
            raise RuntimeError("the X server did not start")
        self.display = f":{number}"
        self._set("--addmode", PROJECTOR, LARGE)
        for output in (LAPTOP, PROJECTOR, SECOND):
            self._set("--addmode", output, OTHER)
        self.side_by_side()
        self._processes.append(
            subprocess.Popen(
                ["openbox", "--sm-disable"],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )


def wait_until(true: Callable[[], bool], what: str, seconds: float = STARTS_WITHIN) -> None:
    """Look again and again until it is so; AssertionError with `what` when it takes too long."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, what
        time.sleep(0.02)
