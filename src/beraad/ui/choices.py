"""The user's settings, applied and saved: language, light or dark, size of text, place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from beraad import settings
from beraad.i18n import set_language
from beraad.settings import TEXT_SIZES, Settings
from beraad.ui.qt_language import speak
from beraad.ui.theme import Theme


class Choices(QObject):
    """The present settings, each saved at once; without a file they last while the program runs."""

    changed = Signal()
    """A setting has changed."""
    anew_wanted = Signal()
    """Pages were made for another language or size and must be made again."""

    def __init__(self, chosen: Settings, file: Path | None = None, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen, self._file = chosen, file

    @property
    def chosen(self) -> Settings:
        """Present settings."""
        return self._chosen

    def speak(self, code: str) -> None:
        """Set the language to `nl` or `en`."""
        set_language(code)
        if (app := QApplication.instance()) is not None:
            speak(app, code)
        self._keep(replace(self._chosen, language=code))
        self.anew_wanted.emit()

    def look(self, name: str) -> None:
        """Set the theme to `light` or `dark`."""
        self._keep(replace(self._chosen, theme=name))
        self._dress()

    def write(self, per_cent: int) -> None:
        """Set the size of text in per cent (one of TEXT_SIZES)."""
        self._keep(replace(self._chosen, text_size=per_cent))
        self._dress()
        self.anew_wanted.emit()

    def write_larger(self, steps: int) -> None:
        """Make text larger by this number of sizes, smaller if negative; 0 sets the usual size."""
        at = TEXT_SIZES.index(self._chosen.text_size) + steps if steps else 0
        self.write(TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))])

    def address(self, voice: str) -> None:
        """Address a signer in the `first` (ik) or the `second` (jij) person from now on."""
        self._keep(replace(self._chosen, voice=voice))

    def lock_after(self, minutes: int) -> None:
        """Set the minutes without use after which the program locks (one of LOCK_AFTER)."""
        self._keep(replace(self._chosen, lock_after=minutes))

    def calm_after(self, minutes: int) -> None:
        """Set the minutes of lock after which the wall becomes calm (one of CALM_AFTER)."""
        self._keep(replace(self._chosen, calm_after=minutes))

    def turn_pages(self, by_themselves: bool) -> None:
        """Set whether the pages of the wall turn by themselves, or only when the facilitator turns them."""
        self._keep(replace(self._chosen, wall_turns=by_themselves))

    def check_spelling(self, wanted: bool) -> None:
        """Set whether words that may be misspelled are underlined."""
        self._keep(replace(self._chosen, spelling=wanted))

    def stand(self, place: str) -> None:
        """Save the place of the main window, in Qt's format."""
        self._keep(replace(self._chosen, window=place))

    def look_at(self, screen: tuple[str, ...]) -> None:
        """Save which screen the room looks at: maker, model, serial number, connector."""
        if screen != self._chosen.wall_screen:
            self._keep(replace(self._chosen, wall_screen=screen))

    def _keep(self, chosen: Settings) -> None:
        self._chosen = chosen
        if self._file is not None:
            settings.save(chosen, self._file)
        self.changed.emit()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            Theme.load(self._chosen.theme, scale=self._chosen.text_size / 100).apply(app)
