"""Choice whether the copies are handed out, and notice of what is out already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from beraad.i18n import _, format_date_short, spoken
from beraad.services.printing import Copies
from beraad.ui.printing.notice_panel import NoticePanel
from beraad.ui.printing.readers import FILE, is_slip, whose
from beraad.ui.widgets.wrapping_check_box import WrappingCheckBox
from beraad.words.register import paper_label, place_label


class HandingOut:
    """A tick for all copies, and `beside` above the shown copy: which papers of its reader are out."""

    def __init__(self, copies: Copies, today: Callable[[], dt.date], parent: QWidget) -> None:
        self._copies, self._today = copies, today
        self.tick = WrappingCheckBox(
            _("Deze exemplaren deel ik uit. Beraad schrijft op wie welk papier heeft."), parent=parent
        )
        # Paper that went out unnoticed cannot be called back.
        self.tick.setChecked(bool(copies.agreed_at))
        self.tick.setVisible(bool(copies.agreed_at))
        self.beside = NoticePanel(parent=parent)
        self.show_for("")

    def show_for(self, key: str) -> None:
        """Show which papers of this reader are out."""
        person, _card = whose(key)
        out = self._copies.handing_out.already_out(person) if person and not is_slip(key) else ()
        told = [
            " · ".join(
                part
                for part in (
                    paper_label(paper, spoken()),
                    format_date_short(paper.on) if paper.on else "",
                    place_label(paper, spoken()),
                )
                if part
            )
            for paper in out
        ]
        self.beside.say(_("Al uitgedeeld: {papers}").format(papers="; ".join(told)) if told else "")

    def register(self) -> Callable[[Iterable[str]], None]:
        """Return a function that writes papers in the register, by their keys, if the tick says so now.

        It may be called on another thread, and raises what a commit raises.
        """
        if not self.tick.isChecked():
            return lambda _keys: None
        copies, day = self._copies, self._today()

        def write(keys: Iterable[str]) -> None:
            papers = [whose(key) for key in keys if key != FILE and not is_slip(key)]
            copies.handing_out.hand_out(papers, day)

        return write
