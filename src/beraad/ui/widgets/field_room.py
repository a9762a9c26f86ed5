"""The room in a text field: how much it holds, what goes in, and the word about what does not fit."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from beraad.i18n import _, format_number, ngettext
from beraad.ui.widgets.field_notice import FieldNotice
from beraad.ui.widgets.pasted import holds_file

_LAST = 50
"""Characters before the end, from which they are counted down."""


class FieldRoom:
    """How many characters still go into a field, and the words about it, under the field.

    A text that is longer than its field already – it came from a file of an earlier version – is never cut:
    it may become shorter, and does not grow.
    """

    def __init__(self, field: QWidget, longest: int) -> None:
        self._field, self._longest = field, longest
        self._notice: FieldNotice | None = None
        self._length = 0
        """Characters, as they stood when last seen."""

    @property
    def most(self) -> int:
        """The most characters that may stand in the field now."""
        return max(self._longest, self._length)

    def stands(self, length: int) -> None:
        """So many characters stand in the field: set by the program, or settled."""
        self._length = length

    def takes(self, source: QMimeData, words: str, standing: int) -> bool:
        """Whether what is pasted or dropped goes in beside `standing` characters that stay; else it is said.

        Asked for them, not remembered: words that are dragged within a field were just taken out of it.
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
        """Something was typed, and fits; the last characters are counted down, before the field is full."""
        left = self._longest - length
        if 0 <= left <= min(_LAST, self._longest // 10) and length > self._length:
            words = ngettext("Nog {left} teken", "Nog {left} tekens", left).format(left=left)
            self._say(words, aloud=False)
        self._length = length

    def _say(self, words: str, *, aloud: bool = True) -> None:
        if self._notice is None:
            self._notice = FieldNotice(self._field)
        self._notice.say(words, aloud=aloud)
