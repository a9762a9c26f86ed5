"""Tokens of one theme, and their application to the program."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from beraad import assets
from beraad.ui.theme.drawings import keep_drawing
from beraad.ui.theme.sheet import DRAWINGS, build_sheet

_ROLE, _COLOUR = "icon_role", "icon_colour"  # how a widget remembers its icon, for the next theme
_STYLED = "beraad_styled"  # how the application remembers that it has its style
_BESIDE_WORDS = 1.375
"""Width of a picture before words, as a multiple of its height."""
_ICON_SIZES = (16, 20, 24, 32, 48)
_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "strong",
    QPalette.ColorRole.ToolTipText: "on_strong",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "next",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Dark: "field_line",
}


class Theme:
    """Set of tokens: colours by name, sizes in pixels multiplied by `scale` (1.0 = 100 %)."""

    _current: Theme | None = None

    def __init__(
        self, name: str, colours: Mapping[str, str], sizes: Mapping[str, Any], *, scale: float = 1.0
    ) -> None:
        self.name = name
        self.scale = scale
        self._colours = dict(colours)
        self._sizes = sizes
        self._drawn: dict[tuple[str, str, int, int], QPixmap] = {}

    @classmethod
    def load(cls, name: str = "light", *, scale: float = 1.0) -> Theme:
        """Return the shipped theme `light` or `dark`; FileNotFoundError for any other."""
        return cls(name, _toml(name)["colour"], _toml("sizes"), scale=scale)

    @classmethod
    def current(cls) -> Theme:
        """Return the theme applied last, or else the light one, for widgets that paint themselves."""
        if cls._current is None:
            cls._current = cls.load()
        return cls._current

    def apply(self, app: QApplication) -> None:
        """Apply this theme: fonts, palette, style sheet, and the icons of every existing widget."""
        load_fonts()
        Theme._current = self
        # Clear the sheet first: a direct change restyles widget by widget and takes three times as long.
        app.setStyleSheet("")
        if not app.property(_STYLED):
            app.setStyle("Fusion")
            app.setProperty(_STYLED, True)
        app.setPalette(self._palette())
        app.setFont(self.font())
        app.setStyleSheet(build_sheet(self._colours, self.size, self._drawings()))
        for widget in QApplication.allWidgets():
            if widget.property(_ROLE):
                _draw_icon(widget, self)

    def colour(self, name: str) -> QColor:
        """Return the colour of a token such as `danger` or `ink`; KeyError for any other name."""
        return QColor(self._colours[name])

    def size(self, group: str, name: str) -> int:
        """Return a size such as `("space", "medium")`, in pixels."""
        return round(float(self._sizes[group][name]) * self.scale)

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """Return the typeface at a size from `[text]`: small, body, heading, title."""
        return face(self.size("text", size), bold=bold)

    def icon(self, role: str, colour: str = "ink", *, beside_words: bool = False) -> QIcon:
        """Return the picture of a role, drawn in a token colour; softer where it is disabled."""
        icon = QIcon()
        for size in _ICON_SIZES:
            width = round(size * _BESIDE_WORDS) if beside_words else size
            icon.addPixmap(self.pixmap(role, colour, size, width=width))
            icon.addPixmap(self.pixmap(role, "field_line", size, width=width), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, role: str, colour: str = "ink", size: int = 20, *, width: int | None = None) -> QPixmap:
        """Return the picture of a role at `size` pixels, with empty space beside it up to `width`."""
        wanted = (role, colour, size, width or size)
        # Cached: a page asks for the same few pictures hundreds of times.
        if wanted not in self._drawn:
            picture = QPixmap(QSize(width or size, size))
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self.paint_icon(painter, QRectF(0, 0, size, size), role, self.colour(colour))
            painter.end()
            self._drawn[wanted] = picture
        return self._drawn[wanted]

    @staticmethod
    def paint_icon(painter: QPainter, where: QRectF, role: str, colour: QColor) -> None:
        """Draw the picture of a role into a rectangle."""
        _renderer(role, colour.name()).render(painter, where)

    def _drawings(self) -> dict[str, str]:
        """Return the addresses of the pictures that the sheet shows."""
        found = {}
        for name, (role, token) in DRAWINGS.items():
            colour = self.colour(token)
            svg = _drawing(role, colour).encode()
            found[name] = keep_drawing(f"{role}-{colour.name().lstrip('#')}.svg", svg)
        return found

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("field_line"))
        return palette


def face(pixels: float, *, bold: bool = False) -> QFont:
    """Return the shipped typeface at a height in pixels, with the shipped Arabic as fallback."""
    return QFont(_face(max(1, round(pixels)), bold))


@cache
def _face(pixels: int, bold: bool) -> QFont:
    sizes = _toml("sizes")["font"]
    font = QFont([sizes["family"], *sizes["fallback"]])
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def set_icon(widget: QAbstractButton | QLabel, role: str, colour: str = "ink") -> None:
    """Give a button or label the picture of a role in a token colour, also in every later theme."""
    widget.setProperty(_ROLE, role)
    widget.setProperty(_COLOUR, colour)
    _draw_icon(widget, Theme.current())


def set_styled(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet uses (`role`, `tone`), and restyle the widget if it changed."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _draw_icon(widget: QWidget, theme: Theme) -> None:
    role, colour = str(widget.property(_ROLE)), str(widget.property(_COLOUR))
    if isinstance(widget, QLabel):
        widget.setPixmap(theme.pixmap(role, colour, round(18 * theme.scale)))
    elif isinstance(widget, QAbstractButton):
        widget.setIcon(theme.icon(role, colour))
        if isinstance(widget, QPushButton) and widget.text():
            # With a style sheet Qt leaves no space between icon and text.
            side = round(16 * theme.scale)
            widget.setIconSize(QSize(round(side * _BESIDE_WORDS), side))
            widget.setIcon(theme.icon(role, colour, beside_words=True))
        else:
            side = round(18 * theme.scale)
            widget.setIconSize(QSize(side, side))


@lru_cache(maxsize=256)
def _renderer(role: str, colour: str) -> QSvgRenderer:
    """Return the renderer of a picture. It is cached: a page paints the same few pictures many times."""
    return QSvgRenderer(QByteArray(_drawing(role, QColor(colour)).encode()))


def _drawing(role: str, colour: QColor) -> str:
    return assets.icon_path(role).read_text("utf-8").replace("currentColor", colour.name())


@cache
def load_fonts() -> None:
    """Load every shipped typeface; needs a QGuiApplication. FileNotFoundError if Qt refuses one."""
    for path in sorted((assets.root() / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


@cache
def _toml(name: str) -> dict[str, Any]:
    with assets.theme_path(name).open("rb") as file:
        return tomllib.load(file)
