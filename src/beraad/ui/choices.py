"""What the user chose, put into effect and remembered: language, light or dark, size of text, place."""

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
    """The choices that stand. Each is kept at once; without a file for as long as the program runs."""

    changed = Signal()
    """A choice was made."""
    anew_wanted = Signal()
    """Pages that stand were made for another language or size: make them anew."""

    def __init__(self, chosen: Settings, file: Path | None = None, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen, self._file = chosen, file

    @property
    def chosen(self) -> Settings:
        """What is chosen now."""
        return self._chosen

    def speak(self, code: str) -> None:
        """Speak `nl` or `en` from now on."""
        set_language(code)
        if (app := QApplication.instance()) is not None:
            speak(app, code)
        self._keep(replace(self._chosen, language=code))
        self.anew_wanted.emit()

    def look(self, name: str) -> None:
        """Be `light` or `dark` from now on."""
        self._keep(replace(self._chosen, theme=name))
        self._dress()

    def write(self, per_cent: int) -> None:
        """Write at this size from now on (one of TEXT_SIZES)."""
        self._keep(replace(self._chosen, text_size=per_cent))
        self._dress()
        self.anew_wanted.emit()

    def write_larger(self, steps: int) -> None:
        """So many sizes larger, or smaller where negative; 0 is the usual one."""
        at = TEXT_SIZES.index(self._chosen.text_size) + steps if steps else 0
        self.write(TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))])

    def address(self, voice: str) -> None:
        """Speak to who signs in the `first` (ik) or the `second` (jij) person from now on."""
        self._keep(replace(self._chosen, voice=voice))

    def lock_after(self, minutes: int) -> None:
        """Lock when nobody touched the program for so long (one of LOCK_AFTER)."""
        self._keep(replace(self._chosen, lock_after=minutes))

    def calm_after(self, minutes: int) -> None:
        """Make the wall calm when the program was locked for so long (one of CALM_AFTER)."""
        self._keep(replace(self._chosen, calm_after=minutes))

    def turn_pages(self, by_themselves: bool) -> None:
        """Turn the pages of the wall by themselves from now on, or leave that to the facilitator."""
        self._keep(replace(self._chosen, wall_turns=by_themselves))

    def check_spelling(self, wanted: bool) -> None:
        """Underline words that may be misspelled from now on, or none."""
        self._keep(replace(self._chosen, spelling=wanted))

    def stand(self, place: str) -> None:
        """Remember where the main window stands, as Qt writes it."""
        self._keep(replace(self._chosen, window=place))

    def look_at(self, screen: tuple[str, ...]) -> None:
        """Remember which screen the room looks at: maker, model, serial number, connector."""
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
