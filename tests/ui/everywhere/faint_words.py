"""Finds words that stand out too little from what they stand on, measured in the picture of the window."""

from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

AA = 4.5
"""Contrast that words need at least: WCAG 2.2, 1.4.3, level AA. What cannot be used now is left out there."""

_ENOUGH = 3
"""Pixels that have to have a colour for it to count: the edges of letters have many, each once or twice."""

Measured = set[tuple[str, str, int, int, str]]
"""Class, words, size and ground of what was looked at before: a page comes by many times."""


def faint_words(window: QWidget, measured: Measured) -> list[str]:
    """One sentence for each visible widget in `window` with words of too little contrast."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for widget in window.findChildren(QWidget):
        words = _words(widget)
        if not words or not widget.isEnabled() or widget.window() is not window:
            continue
        # Of what is scrolled half out of sight the words may be the other half.
        if widget.visibleRegion().boundingRect() != widget.rect():
            continue
        box = QRect(widget.mapTo(window, QPoint()), widget.size())
        ground = picture.pixelColor(box.topLeft() + QPoint(box.width() // 2, 1)).name()
        known = type(widget).__name__, words, box.width(), box.height(), ground
        if known not in measured:
            measured.add(known)
            contrast = _contrast_in(picture.copy(box))
            if contrast < AA:
                found.append(f"{known[0]} “{words[:40]}”: {contrast:.1f}")
    return found


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit) and widget.isVisible():
        return widget.text().strip()
    return ""


def _contrast_in(picture: QImage) -> float:
    """Between the colour that is there most and the one that stands out most from it."""
    counted = Counter(memoryview(picture.constBits()).cast("I"))
    ground = counted.most_common(1)[0][0]
    return max(_contrast(ground, colour) for colour, count in counted.items() if count >= _ENOUGH)


@lru_cache(maxsize=200_000)
def _contrast(one: int, other: int) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=200_000)
def _luminance(colour: int) -> float:
    parts = ((colour >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
