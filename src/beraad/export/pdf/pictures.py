"""Pictures (SVG) of the drawings that are printed, for the screen: in the font family that ships."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Group, Rect

from beraad.export.document import ScaleChart, TrendChart
from beraad.export.pdf.faces import BOLD, REGULAR, face
from beraad.export.pdf.scale_chart import legend_drawing, scale_drawing
from beraad.export.pdf.styles import colours, paint
from beraad.export.pdf.trend_chart import trend_drawing

_FACES = {REGULAR: "font-weight: normal", BOLD: "font-weight: bold"}


def chart_svg(chart: ScaleChart | TrendChart, width: float, size: float) -> bytes:
    """Return the drawing of a chart, `width` points wide, with figures of `size` points."""
    return _svg(width, [_drawing(chart, width, size)])


def legend_svg(chart: ScaleChart | TrendChart, width: float, size: float) -> bytes:
    """Return the legend of a chart, `width` points wide, with letters of `size` points."""
    return _svg(width, [legend_drawing(chart, width, size)])


def trend_svg(chart: TrendChart, width: float, size: float) -> bytes:
    """Return the drawing of a chart with its legend below it."""
    return _svg(width, [trend_drawing(chart, width, size), legend_drawing(chart, width, size)])


def _drawing(chart: ScaleChart | TrendChart, width: float, size: float) -> Drawing:
    if isinstance(chart, ScaleChart):
        return scale_drawing(chart, width, size)
    return trend_drawing(chart, width, size)


def _svg(width: float, drawings: Iterable[Drawing]) -> bytes:
    """Return drawings below each other as one picture."""
    below = list(drawings)
    whole = Drawing(width, sum(drawing.height for drawing in below))
    # Paper is white by itself, a screen is not.
    ground = Rect(0, 0, width, whole.height)
    ground.fillColor, ground.strokeColor = paint(colours()["card"]), None
    whole.add(ground)
    top = whole.height
    for drawing in below:
        top -= drawing.height
        whole.add(Group(*drawing.contents, transform=(1, 0, 0, 1, 0, top)))
    for name in _FACES:
        face(name)
    picture = str(renderSVG.drawToString(whole))
    for name, weight in _FACES.items():
        picture = picture.replace(f"font-family: {name};", f"font-family: 'Noto Sans'; {weight};")
    return picture.encode()
