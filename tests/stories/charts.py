"""A chart of a scale question over the meetings, read as an eye reads it: on paper and on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pypdf
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

_SVG = "{http://www.w3.org/2000/svg}"
_FIGURES = [str(value) for value in range(11)]


class Written(NamedTuple):
    """Letters in a drawing, and where they begin; up is more."""

    text: str
    x: float
    y: float


class Token(NamedTuple):
    """Somebody's number: at which meeting it stands, and on which line."""

    meeting: str
    value: int
    letters: str


def on_paper(path: Path, heading: str) -> tuple[Token, ...]:
    """The tokens of the chart under a heading of a printed copy."""
    for page in pypdf.PdfReader(path).pages:
        if heading in " ".join(page.extract_text().split()):
            found: list[Written] = []
            page.extract_text(
                visitor_text=lambda text, cm, tm, _font, _size, to=found: to.append(  # type: ignore[misc]
                    Written(text.strip(), cm[4] + tm[4], cm[5] + tm[5])
                )
            )
            return _read(found)
    raise AssertionError(f"no chart under „{heading}”")


def in_picture(picture: bytes) -> tuple[Token, ...]:
    """The tokens of a chart as an SVG picture."""
    letters = ET.fromstring(picture).iter(f"{_SVG}text")  # noqa: S314 - the program made it
    return _read(
        Written(item.text or "", float(item.attrib["x"]), float(item.attrib["y"])) for item in letters
    )


def is_painted(widget: QWidget, picture: bytes) -> bool:
    """Whether a widget shows this picture, to the last pixel."""
    seen = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    expected = QImage(seen.size(), QImage.Format.Format_RGB32)
    expected.setDevicePixelRatio(seen.devicePixelRatio())
    expected.fill(widget.palette().color(widget.backgroundRole()))
    renderer = QSvgRenderer(QByteArray(picture))
    size = renderer.defaultSize()
    painter = QPainter(expected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, widget.width(), widget.width() * size.height() / size.width()))
    painter.end()
    white = expected.pixelColor(2, 2)
    assert any(expected.pixelColor(x, expected.height() // 2) != white for x in range(expected.width()))
    return seen == expected


def _read(written: Iterable[Written]) -> tuple[Token, ...]:
    """The drawing begins with the figures 0 to 10; then come a title and its tokens, a meeting."""
    items = [item for item in written if item.text]
    words = [item.text for item in items]
    begins = [place for place in range(len(words)) if words[place : place + 11] == _FIGURES]
    # The line of one meeting has its figures beside each other.
    at = next(place for place in begins if items[place].y < items[place + 10].y)
    zero, ten = items[at].y, items[at + 10].y
    tokens: list[Token] = []
    titles = [item for item in items[at + 11 :] if item.text.startswith("Beraad ")]
    for item in items[at + 11 :]:
        if len(item.text) == 2 and zero - 5 <= item.y <= ten + 5:
            title = min(titles, key=lambda one: abs(one.x - item.x))
            height = (item.y - zero) / (ten - zero) * 10
            # The letters are smaller than the figures, so their foot stands a little higher.
            assert abs(height - round(height)) < 0.2, f"{item.text} stands between two lines, at {height}"
            tokens.append(Token(title.text, round(height), item.text))
    return tuple(tokens)
