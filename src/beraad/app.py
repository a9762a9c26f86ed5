"""Composition root: creates settings, language, logs, store and windows, and connects them."""

from __future__ import annotations

import linecache
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from beraad import assets, logs, settings, terminal
from beraad.errors import BeraadError
from beraad.i18n import _, set_language, spoken
from beraad.memory import refuse_dumps
from beraad.paths import Folders
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.display import NoDisplay, look_for_display, make_qt
from beraad.ui.garbage_collection import collect_seldom
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import Messages
from beraad.ui.qt_language import speak
from beraad.ui.theme import Theme
from beraad.ui.work import Progress, Work
from beraad.words.errors import sentence

_log = logging.getLogger(__name__)
_SLICES = (
    "beraad.models.base",
    "beraad.models",
    "beraad.disclosure.disclose",
    "beraad.store.store",
    "beraad.services.cases",
    "beraad.services.meeting",
    "beraad.services.printing",
    "beraad.ui.console",
    "beraad.ui.unlocked_pages",
)
"""Modules behind the lock in the order in which they are loaded, each with all that it imports."""
_PULSE = 300
"""Milliseconds between the moments at which Python handles signals."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the windows on this user's data, or on the folder after `--data`; return the exit code.

    With `--until-shown` they close as soon as they are painted, to measure how long that takes.
    """
    refuse_dumps()
    given = list(sys.argv[1:] if arguments is None else arguments)
    data = given[given.index("--data") + 1] if "--data" in given[:-1] else None
    try:
        return run_app(Folders.find(data), until_shown="--until-shown" in given)
    except BeraadError as error:
        terminal.warn(sentence(error, spoken()))
        return 1


def run_app(folders: Folders, *, passphrase: str | None = None, until_shown: bool = False) -> int:
    """Open the windows on a data folder until they are closed or, to measure, until they are painted.

    With a passphrase the store is unlocked first; raises the errors of `Vault.unlock`.
    """
    chosen = settings.load(folders.settings_file)
    app = make_application(chosen)
    logs.start(folders.logs)
    vault = Vault(folders.data)
    try:
        if passphrase is not None:
            vault.unlock(passphrase)
        window = MainWindow(vault, chosen=chosen, settings_file=folders.settings_file)
        rest = Work(window)
        then = (lambda: _say_shown(window)) if until_shown else (lambda: _load_the_rest(rest))
        OncePainted(window, then)
        try:
            return _run(app, window)
        finally:
            rest.finish()
    finally:
        vault.lock()
        logs.stop()


def run_demo(folder_out: Path) -> int:
    """Show the program with made-up families: in its windows, or without a display by playing a meeting.

    Nothing of it is kept: the cases are in a temporary folder, with a passphrase that nobody needs. Pictures
    and PDFs of the played meeting go to `folder_out`.
    """
    if has_display():
        with suppress(NoDisplay):
            look_for_display()
            return open_examples()
    return play(folder_out)


def open_examples() -> int:
    """Open the windows on the example cases, in a folder that is deleted when they are closed."""
    chosen = Settings()
    app = make_application(chosen)
    note = _(
        "Dit is een voorbeeld met verzonnen families. Wat u hier doet, is weg als u Beraad sluit. "
        "Een wachtzin is nu niet nodig."
    )
    with example_vault() as vault:
        return _run(app, MainWindow(vault, chosen=chosen, note=note))


def play(folder_out: Path) -> int:
    """Play the example meeting through the real windows, off-screen; pictures and PDFs go to `folder_out`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Without this the off-screen platform warns, once for each window, of what it cannot do.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    make_application(Settings())
    from beraad.demo.player import play_meeting  # noqa: PLC0415 - nobody else needs the player

    with example_vault() as vault:
        return play_meeting(MainWindow(vault, chosen=Settings()), vault, folder_out)


@contextmanager
def example_vault() -> Iterator[Vault]:
    """Yield an unlocked vault with the example cases in a temporary folder; both are removed afterwards."""
    import secrets  # noqa: PLC0415 - the windows on one's own cases need neither
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="beraad-") as folder:
        vault = Vault(Path(folder) / "data")
        vault.create(secrets.token_urlsafe(16))
        try:
            for path in assets.example_cases():
                vault.cases().import_file(path)
            yield vault
        finally:
            vault.lock()


def has_display() -> bool:
    """Return True if windows can be shown to somebody here."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_application(chosen: Settings) -> QApplication:
    """Return the one application of this process, in the chosen language and theme.

    Raises NoDisplay.
    """
    set_language(chosen.language)
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else make_qt()
    app.setApplicationName("beraad")
    app.setApplicationDisplayName("Beraad")
    app.setDesktopFileName("beraad")
    speak(app, chosen.language)
    Theme.load(chosen.theme, scale=chosen.text_size / 100).apply(app)
    app.setWindowIcon(Theme.current().icon("meeting"))
    return app


class EscapedErrors:
    """Handler of unexpected errors: logs each without a word of any case, then tells the user once."""

    def __init__(self, messages: Messages, log: Callable[..., None]) -> None:
        self._messages, self._log = messages, log
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handle an exception, with the arguments of `sys.excepthook`."""
        self._log(kind, error, trace)
        if self._telling or not issubclass(kind, Exception):
            return
        self._telling = True
        # The box opens after the event that failed, not within it.
        QTimer.singleShot(0, lambda: self._tell(error))

    def _tell(self, error: BaseException) -> None:
        try:
            if isinstance(error, BeraadError):
                self._messages.warn(_("Dit is niet gelukt"), sentence(error, spoken()))
            else:
                self._messages.warn(
                    _("Er ging iets mis in Beraad"),
                    _(
                        "Alles wat als opgeslagen gemeld is, is bewaard. Doet iets het niet meer? "
                        "Sluit Beraad en open het opnieuw. In het logboek staat waar het misging, "
                        "zonder gegevens van mensen."
                    ),
                )
        finally:
            self._telling = False


def _run(app: QApplication, window: MainWindow) -> int:
    before = sys.excepthook
    sys.excepthook = EscapedErrors(Messages(window), before)
    ask_to_close = _closing_on_signals(app, window)
    _log.info("windows.opened")
    try:
        window.show()
        collect_seldom()
        return app.exec()
    finally:
        ask_to_close.stop()
        sys.excepthook = before
        _log.info("windows.closed")
        window.deleteLater()


def _closing_on_signals(app: QApplication, window: MainWindow) -> QTimer:
    """Close the window on Ctrl+C as its button does, and without a question when the system ends."""

    def later(do: Callable[[], object]) -> Callable[[int, object], None]:
        # Wait for the event loop: the signal may arrive in the middle of a commit.
        return lambda _number, _frame: QTimer.singleShot(0, window, do)

    signal.signal(signal.SIGINT, later(window.close))
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), later(window.end))
    # After this signal the session may end at any moment.
    app.commitDataRequest.connect(lambda _session: window.end())
    # Python handles signals only while it runs its own code, which it does not while Qt waits.
    pulse = QTimer(window, interval=_PULSE)
    pulse.timeout.connect(lambda: None)
    pulse.start()
    return pulse


def _load_the_rest(work: Work) -> None:
    """Load the pages behind the lock while the user types. An error is reported when they are needed."""
    work.run("", _load, done=lambda _result: None, failed=lambda _error: None)


def _load(progress: Progress) -> None:
    """Load them in slices.

    PySide6 has `linecache` hold the source of every module that is imported after it. Emptied behind each
    slice it makes room for the next one: 27 MiB less in the end, and only 2 if it is emptied once.
    """
    for at, module in enumerate(_SLICES):
        progress.step(at, len(_SLICES))
        import_module(module)
        linecache.clearcache()


class OncePainted(QObject):
    """Call that runs once, as soon as a window has been painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = then
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Paint and self._then is not None:
            # The children are painted after the window, in the same pass.
            QTimer.singleShot(0, self, self._then)
            self._then = None
            watched.removeEventFilter(self)
        return False


def _say_shown(window: MainWindow) -> None:
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    window.close()


if __name__ == "__main__":
    sys.exit(main())
