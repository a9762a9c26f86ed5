"""Row of one gap of the plan, and why it may stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleGap, ConsoleView
from beraad.export.timing import day_of
from beraad.i18n import _, ngettext, spoken
from beraad.places import Place
from beraad.terms import Gap
from beraad.texts import set_in
from beraad.ui.meeting.drafting import Drafting
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.fields import show_text
from beraad.ui.steps.shared.people import called
from beraad.ui.theme import Theme, set_styled
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.gaps import gap_sentence

Subject = tuple[Gap, str]
"""Kind of gap, and the id of the statement or agreement that has it."""


class GapRow(QFrame):
    """Row that names the gap; a reason lets it stand, or one goes and mends it."""

    reason_changed = Signal()
    step_requested = Signal(object)
    sharing_requested = Signal()
    """Emitted when the reason here is to count for the other gaps of this kind too."""
    reason_finished = Signal()
    """Emitted on Enter after the reason."""

    def __init__(self, drafting: Drafting, gap: ConsoleGap, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._build(drafting)
        self._reason.textChanged.connect(self._show_offer)
        self._reason.textChanged.connect(self.reason_changed)
        self._reason.entered.connect(self.reason_finished)

    @property
    def subject(self) -> Subject:
        """Kind and subject of this gap."""
        return self._gap.gap, self._gap.subject

    def reason(self) -> str:
        """Return why it may stand; empty if nobody said so."""
        return self._reason.text().strip() or self._gap.reason or ""

    def focus_reason(self) -> None:
        """Focus the field for the reason."""
        self._reason.setFocus()

    def write_reason(self, reason: str) -> None:
        """Write the reason as if it was typed."""
        self._reason.setPlainText(reason)

    def offer_sharing(self, others: int) -> None:
        """Offer to give the reason here to this many other gaps of this kind; 0 offers nothing."""
        offered = bool(others and self._reason.text().strip())
        self._share.setVisible(offered)
        words = ngettext(
            "Ook bij het andere punt van deze soort",
            "Ook bij de {count} andere punten van deze soort",
            others,
        )
        self._share.setText(words.format(count=others))

    def show_gap(self, view: ConsoleView, gap: ConsoleGap) -> None:
        """Show the saved gap."""
        self._gap = gap
        # What has no end is looked at again then: a reason that need not be typed.
        coming = view.next_starts_at if gap.gap is Gap.NO_END and not gap.reason else None
        self._usual = _("Op {day} kijken we opnieuw.").format(day=day_of(coming, spoken())) if coming else ""
        self._offer.setText(_("Schrijf op: „{reason}”").format(reason=self._usual))
        self._show_offer()
        show_text(self._reason, "")
        words = gap_sentence(gap.gap, gap.text, [called(view, person) for person in gap.people], spoken())
        self._words.setText(words)
        # Every row has this field and this button: who listens must hear of which row they are.
        self._reason.setAccessibleName(set_in(_("{what}: waarom mag dit zo blijven?"), what=words))
        self._mend.setAccessibleName(set_in(_("{what}: aanvullen"), what=words))
        self._kept.setText(_("Mag zo, want: {reason}").format(reason=gap.reason) if gap.reason else "")
        self._kept.setVisible(bool(gap.reason))
        self._reason.setVisible(not gap.reason)
        set_styled(self, "tone", "" if gap.reason else "amber")

    def _show_offer(self) -> None:
        self._offer.setVisible(bool(self._usual) and not self._reason.text().strip())

    def _build(self, drafting: Drafting) -> None:
        theme = Theme.current()
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        gap = theme.size("space", "small")
        column.setContentsMargins(gap + 4, gap, gap, gap)
        column.setSpacing(gap)
        self._words, self._kept = TextLabel(), TextLabel(role="soft")
        self._reason = GrowingTextEdit(
            label=_("Waarom mag dit zo blijven?"),
            placeholder=_("Waarom mag dit zo blijven?"),
            enter_finishes=True,
        )
        # It goes into the plan when that is agreed.
        DraftField(drafting, self._reason, Place(("overrides", self._gap.gap, self._gap.subject, "reason")))
        row = QHBoxLayout()
        row.addWidget(self._reason, 1)
        self._mend = button(_("Aanvullen"), lambda: self.step_requested.emit(self._gap.step))
        row.addWidget(self._mend, 0, Qt.AlignmentFlag.AlignRight)
        self._share = button("", self.sharing_requested.emit, role="link")
        self._share.hide()
        self._usual = ""
        self._offer = button("", lambda: self.write_reason(self._usual), role="link")
        column.addWidget(self._words)
        column.addWidget(self._kept)
        column.addLayout(row)
        column.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._share, 0, Qt.AlignmentFlag.AlignLeft)
