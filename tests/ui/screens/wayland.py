"""Compositors without a monitor, each with a laptop's screen and a projector: sway, KWin, GNOME Shell.

Each gets a folder, a D-Bus session and a socket of its own. What an eye would see of an output comes from the
compositor itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.ui.screens.two_screens import wait_until

NOBODY = 65534
"""The user that sway runs as: it refuses root."""
SMALL, LARGE = (1366, 768), (1920, 1080)
SHIFT = 0xFFE1
"""The keysym."""
Layout = dict[str, tuple[int, int, float]]
"""Output → where its left upper corner is, and its scale. One that is not in it is off."""


class Compositor(ABC):
    """Use it in a `with`; RuntimeError where it does not start."""

    name: ClassVar[str]
    tools: ClassVar[tuple[str, ...]]
    laptop: ClassVar[str]
    projector: ClassVar[str]
    sizes: ClassVar[dict[str, tuple[int, int]]]
    unplugs: ClassVar[bool] = True
    """Whether an output can go and come back."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="beraad-screens-"))
        self.processes: list[subprocess.Popen[bytes]] = []
        self.layout: Layout = {}
        self.bus = ""

    @classmethod
    def what_is_missing(cls) -> str:
        """Why this compositor cannot be run here; nothing where it can."""
        if not sys.platform.startswith("linux"):
            return "needs Linux"
        missing = [tool for tool in cls.tools if not shutil.which(tool)]
        return f"needs {', '.join(missing)}" if missing else ""

    @property
    def environment(self) -> dict[str, str]:
        """For a program that is shown there."""
        mine = {
            "XDG_RUNTIME_DIR": str(self.folder),
            "WAYLAND_DISPLAY": str(self.folder / self.socket),
            "QT_QPA_PLATFORM": "wayland",
            "WAKEPY_FAKE_SUCCESS": "1",
            # Qt is surprised by its own windows that come and go.
            "QT_LOGGING_RULES": "qt.qpa.wayland*=false",
        }
        if self.bus:
            mine |= {"DBUS_SESSION_BUS_ADDRESS": self.bus, "DBUS_SYSTEM_BUS_ADDRESS": self.bus}
        kept = {
            name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")
        }
        return kept | mine

    socket: ClassVar[str] = "wayland-beraad"

    def __enter__(self) -> Compositor:
        self.folder.chmod(0o700)
        try:
            self.start()
            wait_until((self.folder / self.socket).exists, f"{self.name} does not start", 40)
            self.settle()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
            if process.stdout is not None:
                process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def side_by_side(self, *, projector_first: bool = False, scale: float = 1.0) -> None:
        """Both on, the laptop on the left or on the right; the projector in this scale."""
        wide = {name: size[0] for name, size in self.sizes.items()}
        if projector_first:
            corner = round(wide[self.projector] / scale)
            self.lay_out({self.laptop: (corner, 0, 1.0), self.projector: (0, 0, scale)})
        else:
            self.lay_out({self.laptop: (0, 0, 1.0), self.projector: (wide[self.laptop], 0, scale)})

    def unplug(self) -> None:
        """The projector goes."""
        self.lay_out({self.laptop: (0, 0, 1.0)})

    def close_lid(self) -> None:
        """The laptop's own screen goes."""
        self.lay_out({self.projector: (0, 0, 1.0)})

    def lay_out(self, layout: Layout) -> None:
        """Switch outputs on and off and place them."""
        self.layout = layout
        self.apply(layout)

    @abstractmethod
    def start(self) -> None:
        """Start everything that is needed."""

    @abstractmethod
    def apply(self, layout: Layout) -> None:
        """Bring the outputs into this layout."""

    @abstractmethod
    def look(self, output: str) -> QImage:
        """What an output shows now, in its own pixels; null where it is off."""

    def type(self, text: str) -> None:
        """Type this, a letter each 15 ms or so; NotImplementedError where no keyboard can be played."""
        raise NotImplementedError

    def settle(self) -> None:
        """Wait until the compositor can be used, and put the screens side by side."""
        self.side_by_side()

    def run(self, command: Sequence[str], environment: dict[str, str], **how: int) -> subprocess.Popen[bytes]:
        """Start a process that ends with this compositor."""
        with (self.folder / f"{Path(command[0]).name}.log").open("wb") as log:
            process = subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **how
            )
        self.processes.append(process)
        return process

    def start_bus(self) -> None:
        """A D-Bus session of its own, that also stands in for the system's."""
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.processes.append(bus)
        assert bus.stdout is not None
        self.bus = bus.stdout.readline().decode().strip()

    def ask(self, command: Sequence[str], seconds: float = 30) -> bytes:
        """What a command says that speaks to this compositor."""
        return subprocess.run(
            command,
            env=self.environment,
            check=True,
            timeout=seconds,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ).stdout


class Sway(Compositor):
    """sway 1.7, on outputs in memory."""

    name = "sway"
    tools = ("sway", "swaymsg", "grim", "setpriv")
    laptop, projector = "HEADLESS-1", "HEADLESS-2"
    sizes: ClassVar = {"HEADLESS-1": SMALL, "HEADLESS-2": LARGE}
    socket = "wayland-1"
    unplugs = False  # "Cannot disable a headless output" (wlroots 0.15)

    def start(self) -> None:
        config = self.folder / "config"
        config.write_text(
            f"xwayland disable\noutput {self.laptop} resolution {SMALL[0]}x{SMALL[1]}\n"
            f"output {self.projector} resolution {LARGE[0]}x{LARGE[1]}\n"
        )
        log = self.folder / "sway.log"
        log.touch()
        for path in (self.folder, config, log):
            os.chown(path, NOBODY, NOBODY)
        who = (
            ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            if os.geteuid() == 0
            else []
        )
        memory = {"WLR_BACKENDS": "headless", "WLR_HEADLESS_OUTPUTS": "2", "WLR_LIBINPUT_NO_DEVICES": "1"}
        self.run(
            [*who, "sway", "-c", str(config)],
            {**self.environment, **memory, "WLR_RENDERER": "pixman", "HOME": str(self.folder)},
        )

    def settle(self) -> None:
        wait_until(lambda: bool(list(self.folder.glob("sway-ipc.*"))), "sway does not listen", 40)
        super().settle()
        self._tell("focus output " + self.laptop)

    def apply(self, layout: Layout) -> None:
        for output, (x, y, scale) in layout.items():
            self._tell(f"output {output} enable")
            self._tell(f"output {output} position {x} {y} scale {scale}")

    def look(self, output: str) -> QImage:
        if output not in self.layout:
            return QImage()
        return QImage.fromData(
            self.ask(["grim", "-s", str(self.layout[output][2]), "-o", output, "-t", "ppm", "-"])
        )

    def type(self, text: str) -> None:
        # It waits until the program has heard that there is a keyboard.
        self.ask(["wtype", "-s", "1000", "-d", "15", text])

    def _tell(self, wish: str) -> None:
        (socket,) = self.folder.glob("sway-ipc.*")
        self.ask(["swaymsg", "-s", str(socket), wish])


class WithBus(Compositor):
    """One that is spoken to over D-Bus."""

    def call(
        self, where: DBusAddress, method: str, signature: str = "", body: tuple[object, ...] = ()
    ) -> tuple[object, ...]:
        """Call a method and wait for what it gives."""
        connection: DBusConnection = open_dbus_connection(bus=self.bus)
        try:
            reply = connection.send_and_get_reply(
                new_method_call(where, method, signature or None, body), timeout=30
            )
            return unwrap_msg(reply)
        finally:
            connection.close()


class KWin(WithBus):
    """KWin 5.27, on outputs in memory."""

    name = "KWin"
    tools = ("kwin_wayland", "kscreen-doctor", "dbus-daemon")
    laptop, projector = "Virtual-0", "Virtual-1"
    sizes: ClassVar = {"Virtual-0": SMALL, "Virtual-1": SMALL}

    def start(self) -> None:
        self.start_bus()
        # Debian's has a capability that not every place lets a program have; a copy has none.
        copy = self.folder / "kwin_wayland"
        shutil.copyfile(str(shutil.which("kwin_wayland")), copy)
        copy.chmod(0o700)
        size = ("--width", str(SMALL[0]), "--height", str(SMALL[1]), "--output-count", "2")
        free = {"KWIN_SCREENSHOT_NO_PERMISSION_CHECKS": "1", "QT_QPA_PLATFORM": "", "HOME": str(self.folder)}
        self.run(
            [str(copy), "--virtual", "--no-lockscreen", "--socket", self.socket, *size],
            {
                name: value
                for name, value in (self.environment | free).items()
                if value and name != "WAYLAND_DISPLAY"
            },
        )

    def apply(self, layout: Layout) -> None:
        wishes = [f"output.{output}.enable" for output in layout]
        for output, (x, y, scale) in layout.items():
            wishes += [f"output.{output}.position.{x},{y}", f"output.{output}.scale.{scale}"]
        wishes += [f"output.{output}.disable" for output in self.sizes if output not in layout]
        for _time in range(3):
            # Once in a while it waits for ever for what was done already.
            try:
                self.ask(["kscreen-doctor", *wishes], seconds=10)
            except subprocess.TimeoutExpired:
                continue
            return
        raise RuntimeError("kscreen-doctor does not end")

    def look(self, output: str) -> QImage:
        if output not in self.layout:
            return QImage()
        where = DBusAddress(
            "/org/kde/KWin/ScreenShot2", "org.kde.KWin.ScreenShot2", "org.kde.KWin.ScreenShot2"
        )
        reading, writing = os.pipe()
        connection = open_dbus_connection(bus=self.bus, enable_fds=True)
        try:
            body = (output, {"native-resolution": ("b", True)}, writing)
            connection.send(new_method_call(where, "CaptureScreen", "sa{sv}h", body))
            os.close(writing)
            with os.fdopen(reading, "rb") as pixels:
                seen = pixels.read()
        finally:
            connection.close()
        width, height = self.sizes[output]
        return (
            QImage(seen, width, height, QImage.Format.Format_RGB32).copy()
            if len(seen) == width * height * 4
            else QImage()
        )


class Gnome(WithBus):
    """GNOME Shell 43, on virtual monitors."""

    name = "GNOME Shell"
    tools = ("gnome-shell", "dbus-daemon")
    laptop, projector = "Meta-0", "Meta-1"
    sizes: ClassVar = {"Meta-0": SMALL, "Meta-1": LARGE}
    _CONFIG = DBusAddress(
        "/org/gnome/Mutter/DisplayConfig", "org.gnome.Mutter.DisplayConfig", "org.gnome.Mutter.DisplayConfig"
    )
    _SHOT = DBusAddress(
        "/org/gnome/Shell/Screenshot", "org.gnome.Shell.Screenshot", "org.gnome.Shell.Screenshot"
    )

    def start(self) -> None:
        self.start_bus()
        monitors = [f"--virtual-monitor={width}x{height}" for width, height in self.sizes.values()]
        settings = self.folder / "glib-2.0" / "settings"
        settings.mkdir(parents=True)
        # It would tell over the picture that root is logged in.
        (settings / "keyfile").write_text("[org/gnome/desktop/notifications]\nshow-banners=false\n")
        own = {
            "HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder),
            "GSETTINGS_BACKEND": "keyfile",
            "QT_QPA_PLATFORM": "",
        }
        self.run(
            [
                "gnome-shell",
                "--headless",
                "--wayland",
                "--no-x11",
                "--unsafe-mode",
                f"--wayland-display={self.socket}",
                *monitors,
            ],
            {name: value for name, value in (self.environment | own).items() if name != "WAYLAND_DISPLAY"},
        )

    def settle(self) -> None:
        wait_until(self._answers, "GNOME Shell does not answer", 60)
        super().settle()

    def _answers(self) -> bool:
        try:
            return not self._stage().isNull()
        except Exception:  # noqa: BLE001 - not yet
            return False

    def apply(self, layout: Layout) -> None:
        serial, monitors = self.call(self._CONFIG, "GetCurrentState")[:2]
        modes = {}
        for (connector, *_rest), offered, _properties in monitors:
            modes[connector] = offered[0][0]
        first = self.laptop if self.laptop in layout else self.projector
        logical = [
            (x, y, scale, 0, output == first, [(output, modes[output], {})])
            for output, (x, y, scale) in layout.items()
        ]
        body = (serial, 1, logical, {})
        self.call(self._CONFIG, "ApplyMonitorsConfig", "uua(iiduba(ssa{sv}))a{sv}", body)

    def look(self, output: str) -> QImage:
        if output not in self.layout:
            return QImage()
        x, y, scale = self.layout[output]
        width, height = self.sizes[output]
        return self._stage().copy(QRect(x, y, round(width / scale), round(height / scale)))

    def type(self, text: str) -> None:
        where = "org.gnome.Mutter.RemoteDesktop"
        connection = open_dbus_connection(bus=self.bus)

        def call(path: str, face: str, method: str, *body: object) -> tuple[object, ...]:
            address = DBusAddress(path, where, f"{where}{face}")
            message = new_method_call(address, method, "ub" if body else None, body)
            answer: tuple[object, ...] = unwrap_msg(connection.send_and_get_reply(message, timeout=30))
            return answer

        try:
            (session,) = call("/org/gnome/Mutter/RemoteDesktop", "", "CreateSession")
            call(str(session), ".Session", "Start")
            for key in (SHIFT, *map(ord, text)):
                for down in (True, False):
                    call(str(session), ".Session", "NotifyKeyboardKeysym", key, down)
                # With the first key the program hears that there is a keyboard at all.
                time.sleep(1 if key == SHIFT else 0.015)
            call(str(session), ".Session", "Stop")
        finally:
            connection.close()

    def _stage(self) -> QImage:
        path = self.folder / f"seen-{time.monotonic_ns()}.png"
        done, _used = self.call(self._SHOT, "Screenshot", "bbs", (False, False, str(path)))
        image = QImage(str(path)) if done else QImage()
        path.unlink(missing_ok=True)
        return image


EVERY: tuple[type[Compositor], ...] = (Gnome, KWin, Sway)


def until(true: Callable[[], bool], what: Callable[[], str], seconds: float = 20.0) -> None:
    """Look again and again until it is so; AssertionError with what is so instead."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, what()
        time.sleep(0.05)
