"""Links for what can be done about a text that tells, or may tell, a hidden detail."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from beraad.codes import WayOut
from beraad.disclosure.console_views import ConsoleLeak
from beraad.i18n import _, spoken
from beraad.readers import EVERYONE, Readers
from beraad.ui.meeting.model import MeetingModel, Wish
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.wrapping_button import WrappingButton
from beraad.words.remarks import way_out_label


class LeakWays(QWidget):
    """Link for each way out; `leads_there` offers to go to the text, `readers` to narrow who reads it."""

    gone = Signal()
    """Emitted when a way out was taken; the text may differ now."""
    go_requested = Signal()
    readers_wished = Signal(object)
    """`Readers` that the unplaced text should get."""

    def __init__(
        self,
        model: MeetingModel,
        leak: ConsoleLeak,
        *,
        leads_there: bool = False,
        readers: Readers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._leak, self._leads_there, self._readers = model, leak, leads_there, readers
        self._flow = FlowLayout(self, gap=Theme.current().size("space", "tight"))
        self.links: list[QPushButton] = []
        for way in model.ask(lambda meeting: meeting.hidden.ways(leak)) or ():
            self._offer(way)

    def follow(self, leak: ConsoleLeak) -> None:
        """Take over the same leak from a text that was typed on."""
        self._leak = leak

    def _offer(self, way: WayOut) -> None:
        words = way_out_label(way, self._leak.reaches, spoken())
        match way:
            case WayOut.CHANGE_TEXT if self._leads_there:
                self._add(words, self.go_requested.emit)
            case WayOut.LET_KNOW:
                self._add(words, self._let_know)
                if self._readers is not None:
                    narrow = way_out_label(WayOut.ONLY_WHO_MAY_KNOW, (), spoken())
                    self._add(narrow, self._wish_readers)
            case WayOut.ONLY_WHO_MAY_KNOW if self._readers is None:
                self._add(words, self._keep)
            case WayOut.ABOUT_SOMETHING_ELSE:
                self._add(words, lambda: self._decide(is_about=False))
                if not self._leak.answered:
                    self._add(_("Ja, dit gaat daarover"), lambda: self._decide(is_about=True))

    def _add(self, words: str, wish: Callable[[], None]) -> None:
        link = WrappingButton(words.replace("&", "&&"))
        link.setProperty("role", "link")
        link.setAutoDefault(False)
        link.clicked.connect(wish)
        self._flow.addWidget(link)
        self.links.append(link)

    def _let_know(self) -> None:
        self._act(lambda meeting: meeting.hidden.let_know(self._leak))

    def _keep(self) -> None:
        self._act(lambda meeting: meeting.hidden.keep_to_who_may_know(self._leak))

    def _decide(self, *, is_about: bool) -> None:
        self._act(lambda meeting: meeting.hidden.decide(self._leak, is_about=is_about))

    def _act(self, wish: Wish[None]) -> None:
        self._model.act(wish)
        self.gone.emit()

    def _wish_readers(self) -> None:
        leak, readers = self._leak, self._readers or EVERYONE
        wished = self._model.ask(lambda meeting: meeting.hidden.who_may_know(leak, readers))
        if wished is not None:
            self.readers_wished.emit(wished)
            self.gone.emit()
