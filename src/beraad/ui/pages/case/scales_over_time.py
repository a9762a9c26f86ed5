"""Scale questions of a case over its meetings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.services.charts import ScaleOverTime
from beraad.ui.theme import Theme
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel


class ScalesOverTime(QFrame):
    """One chart for each question, the same as on paper; only the worker sees it."""

    def __init__(self, charts: tuple[ScaleOverTime, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        theme = Theme.current()
        large = theme.size("space", "large")
        column = QVBoxLayout(self)
        column.setContentsMargins(large, large, large, large)
        column.setSpacing(theme.size("space", "small"))
        column.addWidget(SectionHeading(_("Schaalvragen door de tijd"), icon="scale"))
        for chart in charts:
            column.addWidget(TextLabel(chart.question, "strong"))
            column.addWidget(_Chart(chart))


class _Chart(QWidget):
    """Chart on paper white, as wide as there is room; its words for a screen reader."""

    def __init__(self, chart: ScaleOverTime) -> None:
        super().__init__()
        self.svg = chart.picture
        """Picture that is painted."""
        self._picture = QSvgRenderer(QByteArray(chart.picture))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._widest = round(self._picture.defaultSize().width() * 1.3 * Theme.current().scale)
        self.setMaximumWidth(self._widest)
        self.setAccessibleName(chart.question)
        self.setAccessibleDescription(". ".join(chart.in_words))

    @override
    def sizeHint(self) -> QSize:
        size = self._picture.defaultSize()
        return QSize(size.width(), self.heightForWidth(size.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        size = self._picture.defaultSize()
        return round(min(width, self._widest) * size.height() / max(1, size.width()))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The drawing is the one that is printed: ink on white, in the dark theme too.
        size = self._picture.defaultSize()
        height = self.width() * size.height() / max(1, size.width())
        self._picture.render(painter, QRectF(0, 0, self.width(), height))
        painter.end()
