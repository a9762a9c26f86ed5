"""Scale questions of a case over its meetings."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.services.charts import ScaleOverTime
from beraad.ui.theme import Theme
from beraad.ui.widgets.chart_picture import ChartPicture
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
            column.addWidget(ChartPicture(chart.picture, chart.question, ". ".join(chart.in_words)))
