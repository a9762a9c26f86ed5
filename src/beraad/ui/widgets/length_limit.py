"""Limit of the length of a text field, with notices about what does not fit."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from beraad.i18n import _, format_number, ngettext
from beraad.ui.widgets.dropped_files import holds_file
from beraad.ui.widgets.field_notice import FieldNotice

_LAST = 50
"""Number of characters before the limit from which the rest is counted down."""


class LengthLimit:
    """Count of the characters that still fit in a field, with notices under the field.

    A text that is already longer than its limit, from a file of an earlier version, is never cut: it may
    become shorter, but not longer.
    """

    def __init__(self, field: QWidget, longest: int) -> None:
        self._field, self._longest = field, longest
        self._notice: FieldNotice | None = None
        self._length = 0
        """Number of characters when last seen."""

    @property
    def most(self) -> int:
        """Most characters that may stand in the field now."""
        return max(self._longest, self._length)

    def stands(self, length: int) -> None:
        """Set the number of characters in the field, after the program filled it or typing is settled."""
        self._length = length

    def takes(self, source: QMimeData, words: str, standing: int) -> bool:
        """Return True if what is pasted or dropped fits beside `standing` characters; else say why not.

        `standing` is given, not remembered: words dragged within a field were just taken out of it.
        """
        left = self.most - standing
        if holds_file(source):
            self._say(_("Een bestand is geen tekst. Er is niets ingevoegd."))
        elif len(words) > left:
            told = _(
                "Dit past er niet in: {count} tekens, en er is plaats voor {left}. Er is niets ingevoegd."
            )
            self._say(told.format(count=format_number(len(words)), left=format_number(left)))
        else:
            return True
        return False

    def full(self) -> None:
        """Say that no more fits."""
        told = _("Dit veld is vol: er passen hoogstens {longest} tekens in.")
        self._say(told.format(longest=format_number(self._longest)))

    def typed(self, length: int) -> None:
        """Take the new length after typing, and count down the last characters."""
        left = self._longest - length
        if 0 <= left <= min(_LAST, self._longest // 10) and length > self._length:
            words = ngettext("Nog {left} teken", "Nog {left} tekens", left).format(left=left)
            self._say(words, aloud=False)
        self._length = length

    def _say(self, words: str, *, aloud: bool = True) -> None:
        if self._notice is None:
            self._notice = FieldNotice(self._field)
        self._notice.say(words, aloud=aloud)
