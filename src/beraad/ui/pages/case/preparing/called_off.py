"""Contents of a meeting that was called off, for reading only."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleScore, ConsoleView
from beraad.export.plan_to_read import whole_plan
from beraad.i18n import _, spoken
from beraad.services.meeting_content import MeetingContent
from beraad.ui.document_view import DocumentView
from beraad.ui.steps.shared.people import called
from beraad.ui.theme import Theme
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.case import meeting_title

_WIDE, _HIGH = 640, 640
"""Pixels at 100 %, as far as the screen holds them."""


class CalledOffDialog(QDialog):
    """Read-only dialog with the cards, numbers, agreements, notes and unplaced drafts of a meeting."""

    def __init__(self, content: MeetingContent, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Beraad")
        self._content, self._close = content, QPushButton(_("Sluiten"))
        self._build()
        self._close.clicked.connect(self.accept)

    @classmethod
    def show_over(cls, parent: QWidget, content: MeetingContent) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(content, parent=parent)
        dialog.exec()
        dialog.deleteLater()

    def _build(self) -> None:
        theme, view = Theme.current(), self._content.view
        wide = theme.size("space", "wide")
        title = _("{meeting}: afgezegd").format(meeting=meeting_title(view.number, spoken()))
        self.setAccessibleName(title)
        reading = DocumentView(whole_plan(self._content.plan, spoken()))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setSpacing(theme.size("space", "tight"))
        lines.addWidget(reading)
        for role, text in (*_numbers(view), *self._written()):
            lines.addWidget(TextLabel(text, role))
        lines.addStretch(1)
        self._close.setProperty("role", "primary")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(wide, wide, wide, wide)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(TextLabel(title, "title"))
        column.addWidget(TextLabel(_("Dit beraad ging niet door. Wat erin staat, is geen plan."), "soft"))
        column.addWidget(ScrollColumn(inside), 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry().size() - QSize(60, 80)
        self.resize(QSize(round(_WIDE * theme.scale), round(_HIGH * theme.scale)).boundedTo(room))

    def _written(self) -> Iterator[tuple[str, str]]:
        for title, texts in (
            (_("Nog niet geplaatst"), self._content.not_placed),
            (_("Eigen notities"), self._content.view.notes),
        ):
            if texts:
                yield "heading", title
                yield from (("body", text) for text in texts)


def _numbers(view: ConsoleView) -> Iterator[tuple[str, str]]:
    for scale in view.scales:
        if scale.scores:
            yield "heading", scale.question
            yield from (("body", _number(view, score)) for score in scale.scores)


def _number(view: ConsoleView, score: ConsoleScore) -> str:
    number = _("zeg ik liever niet") if score.value is None else str(score.value)
    words = _("{label}: {number}").format(label=called(view, score.person), number=number)
    return f"{words} – {score.because}" if score.because else words
