"""Remarks on what somebody types, under the field: they point out, and never stop anybody."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleRemark
from beraad.i18n import _, spoken
from beraad.readers import EVERYONE, Readers
from beraad.services.meeting import KeptDraft, LetStand
from beraad.terms import Strength
from beraad.ui.meeting.drafting import SavedField
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.shared.draft_field import BESIDE, DraftField
from beraad.ui.steps.shared.leak_ways import LeakWays
from beraad.ui.theme import Theme
from beraad.ui.when_released import WhenReleased
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.remarks import remark_sentence

PAUSE = 200
"""Milliseconds without typing after which a text is checked; a key itself only starts this timer."""

_WHY = "why"
"""Suffix of a text's place: the place of the reason why a remark on it is let stand."""

_MOST = 4
"""Most remarks shown at once; hidden details come first."""


class TextWarnings(QWidget):
    """Remarks on `field`: hidden details, labels, vague words, long sentences and hard words.

    Each can be let stand with a reason, and pointed out again. `promise`: the field says what will be done.
    Put it below the field; a screen reader reads the remarks with the field.
    """

    readers_wished = Signal(object)
    """`Readers` that the text should get: only those readers who may know what it tells."""

    def __init__(
        self, model: MeetingModel, field: GrowingTextEdit, *, promise: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._field, self._promise = model, field, promise
        self._readers: Readers = EVERYONE
        self._owners: tuple[str, ...] = ()
        self._narrows = False
        self._at: str | None = None
        self._minutes: int | None = None
        self._asked: ConsoleRemark | None = None
        self._draft: _Why | None = None
        # It is about the words: going here does not place them.
        self.setProperty(BESIDE, True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.setObjectName("pause")
        self._build()
        self._connect()
        self.hide()
        self._look_soon()

    @property
    def field(self) -> GrowingTextEdit:
        """Field that is remarked on."""
        return self._field

    def set_readers(self, readers: Readers, owners: tuple[str, ...] = ()) -> None:
        """Set who would read the text: a hidden detail may be hidden from some of them."""
        if (readers, owners) != (self._readers, self._owners):
            self._readers, self._owners = readers, owners
            self._look_soon()

    def offer_readers(self) -> None:
        """Offer to keep the text to those who may know it; emits `readers_wished`."""
        self._narrows = True

    def set_promise(self, *, promise: bool) -> None:
        """Set if the text says what will be done."""
        if promise is not self._promise:
            self._promise = promise
            self._look_soon()

    def set_time(self, *, at: str | None = None, minutes: int | None = None) -> None:
        """Set the hour (HH:MM) or the minutes chosen beside the text, which may say another."""
        if (at, minutes) != (self._at, self._minutes):
            self._at, self._minutes = at, minutes
            self._look_soon()

    def check(self) -> None:
        """Check the text now."""
        self._pause.stop()
        text = self._field.text()
        remarks = self._model.ask(
            lambda meeting: meeting.wording.remarks(
                text,
                promise=self._promise,
                visible_to=self._readers,
                owners=self._owners,
                at=self._at,
                minutes=self._minutes,
            )
        )
        stands = self._model.ask(lambda meeting: meeting.wording.stands(text))
        self._show(remarks or (), stands or ())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._close_form()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        rows, stands = QVBoxLayout(), QVBoxLayout()
        for layout in (rows, stands):
            layout.setSpacing(0)
        asks = _("Waarom mag dit zo blijven?")
        self._reason = GrowingTextEdit(label=asks, placeholder=asks, enter_finishes=True)
        self._form = QWidget()
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(self._reason, 1)
        form.addWidget(button(_("Laat zo"), self._let_stand))
        self._form.hide()
        column.addLayout(rows)
        column.addWidget(self._form)
        column.addLayout(stands)
        self._rows: KeyedRows[ConsoleRemark, _Row] = KeyedRows(
            rows, key=lambda item: item.key, make=self._make_row, show=_Row.show_remark
        )
        self._stands: KeyedRows[LetStand, _Row] = KeyedRows(
            stands, key=lambda item: item, make=self._make_stand, show=lambda _row, _item: None
        )

    def _connect(self) -> None:
        self._field.document().contentsChanged.connect(self._look_soon)
        self._pause.timeout.connect(WhenReleased(self.check, parent=self).ask)
        self._reason.entered.connect(self._let_stand)

    def _look_soon(self) -> None:
        if self._field.text().strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._show((), ())

    def _show(self, remarks: tuple[ConsoleRemark, ...], stands: tuple[LetStand, ...]) -> None:
        if self._asked is None:
            self._offer_reason(remarks)
        elif self._asked.key not in {item.key for item in remarks}:
            self._drop_reason()
            self._form.hide()
        self._rows.show(remarks[:_MOST])
        self._stands.show(stands)
        self._field.setAccessibleDescription(
            " ".join(remark_sentence(remark, spoken()) for remark in remarks)
        )
        self.setVisible(bool(remarks or stands))
        self._put_in_order(remarks[:_MOST], stands)

    def _put_in_order(self, remarks: tuple[ConsoleRemark, ...], stands: tuple[LetStand, ...]) -> None:
        """Tab goes from the field to the remarks: what came later would otherwise be last of the window."""
        found = [self._rows.get(item.key) for item in remarks]
        found += [self._stands.get(item) for item in stands]
        before: QWidget = self._field
        for link in (link for row in found if row is not None for link in row.links):
            self.setTabOrder(before, link)
            before = link

    def _make_row(self, remark: ConsoleRemark) -> _Row:
        row = _Row(_("Laat zo …"), tone=_tone(remark))
        row.link.clicked.connect(lambda: self._ask_why(row.remark or remark))
        if remark.leak is not None:
            ways = LeakWays(self._model, remark.leak, readers=self._readers if self._narrows else None)
            ways.readers_wished.connect(self.readers_wished)
            ways.gone.connect(self._look_soon)
            row.add_ways(ways)
        return row

    def _make_stand(self, item: LetStand) -> _Row:
        row = _Row(_("Toon weer"), tone="")
        row.say(
            _("Zo gelaten: {because} ({remark})").format(
                because=item.because, remark=item.remark.words or remark_sentence(item.remark, spoken())
            )
        )
        row.link.clicked.connect(lambda: self._point_out_again(item))
        return row

    def _offer_reason(self, remarks: tuple[ConsoleRemark, ...]) -> None:
        """A reason that was typed before, for a remark that stands again."""
        why = self._why() if remarks else None
        draft = self._model.drafting.find(why.at) if why is not None else None
        if why is None or draft is None:
            return
        self._asked = next((item for item in remarks if item.remark == draft.kind), None)
        if self._asked is not None:
            why.show("")
            self._form.show()

    def _why(self) -> _Why | None:
        """The draft of the reason; None where the text itself is none."""
        saved = self._field.findChild(SavedField, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if self._draft is None and isinstance(saved, SavedField) and saved.at:
            self._draft = _Why(self._model.drafting, self._reason, saved.at / _WHY)
            self._draft.choices = self._with_remark
        return self._draft

    def _with_remark(self, draft: KeptDraft) -> KeptDraft:
        return replace(draft, kind=self._asked.remark.value if self._asked is not None else None)

    def _drop_reason(self) -> None:
        if self._draft is not None:
            self._draft.drop()
        self._asked = None

    def _ask_why(self, remark: ConsoleRemark) -> None:
        self._why()
        self._drop_reason()
        self._asked = remark
        self._form.show()
        self._reason.setFocus()

    def _let_stand(self) -> None:
        because, remark, text = self._reason.text().strip(), self._asked, self._field.text()
        if not because or remark is None:
            self._reason.setFocus()
            return
        self._model.ask(lambda meeting: meeting.wording.let_stand(text, remark, because))
        self._close_form()
        self.check()

    def _point_out_again(self, item: LetStand) -> None:
        self._field.setFocus()
        self._model.ask(lambda meeting: meeting.wording.point_out_again(item))
        self.check()

    def _close_form(self) -> None:
        self._drop_reason()
        self._field.setFocus()
        self._form.hide()


class _Why(DraftField):
    """A reason is about the words: while it is typed they are still what was typed last."""

    @override
    def _on_typed(self) -> None:
        words = self.drafting.current
        super()._on_typed()
        self.drafting.current = words


class _Row(QWidget):
    """One remark, and what can be done about it."""

    def __init__(self, wish: str, *, tone: str) -> None:
        super().__init__()
        self.remark: ConsoleRemark | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._ways: LeakWays | None = None
        row = QHBoxLayout()
        row.setSpacing(Theme.current().size("space", "tight"))
        self._column.addLayout(row)
        self._wish = wish
        self._words = TextLabel(role="small", tone=tone)
        self.link = QPushButton(wish)
        self.link.setProperty("role", "link")
        row.addWidget(self._words, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def links(self) -> list[QPushButton]:
        """Buttons of the row, in reading order."""
        return [self.link, *(self._ways.links if self._ways is not None else ())]

    def add_ways(self, ways: LeakWays) -> None:
        self._ways = ways
        self._column.addWidget(ways)

    def show_remark(self, remark: ConsoleRemark) -> None:
        self.remark = remark
        if self._ways is not None and remark.leak is not None:
            self._ways.follow(remark.leak)
            # What is only possible is answered, and needs no reason.
            self.link.setVisible(remark.leak.strength is not Strength.POSSIBLE)
        self.say(remark_sentence(remark, spoken()))

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.link.setAccessibleName(f"{self._wish} {words}")


def _tone(remark: ConsoleRemark) -> str:
    """Red for what is withheld."""
    certain = remark.leak is not None and remark.leak.strength is not Strength.POSSIBLE
    return "danger" if certain else "amber"
