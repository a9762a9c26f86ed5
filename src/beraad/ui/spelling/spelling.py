"""Spelling check of the field in which somebody types, with suggestions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget
from shiboken6 import isValid

from beraad.i18n import _, language
from beraad.ui.spelling.dictionary import Dictionary, dictionary_of
from beraad.ui.spelling.words import pieces, words_in
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit

PAUSE, LONG_PAUSE = 400, 1_500
"""Milliseconds without a key before a check; longer if the dictionary has to be loaded first."""


class Spelling(QObject):
    """Check during pauses in typing, only in the fields inside `within`, never of the word at the cursor.

    Text that somebody else types on this laptop is not checked: suggestions and underlines are the
    facilitator's. `known` gives the words of the case in lower case; `add` keeps one more.
    """

    def __init__(
        self,
        within: QWidget,
        *,
        known: Callable[[], frozenset[str]],
        add: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or within)
        self._within, self._known, self._add = within, known, add
        self._wanted = True
        self._field: GrowingTextEdit | None = None
        self._of_case: frozenset[str] = frozenset()
        self._menu: QMenu | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def set_wanted(self, *, wanted: bool) -> None:
        """Set whether the facilitator wants the check."""
        self._wanted = wanted
        self._leave()
        self._on_focus_changed(None, QApplication.focusWidget())

    def make_ready(self) -> None:
        """Load the dictionary; call it while the user does nothing."""
        if (words := self._dictionary) is not None:
            words.load()

    def rest(self) -> None:
        """Forget everything of the case."""
        self._leave()
        if (words := self._dictionary) is not None:
            words.forget()

    def wrong_in(self, text: str) -> list[tuple[int, str]]:
        """Return the unknown words of `text`, each after its position."""
        words = self._dictionary
        return [] if words is None else [at for at in words_in(text) if not self._is_right(at[1], words)]

    def suggest_next(self) -> None:
        """Go to the next unknown word in the field and show suggestions."""
        field = self._field
        if field is None or self._dictionary is None:
            return
        wrong = self.wrong_in(field.text())
        if not wrong:
            announce(field, _("Geen onbekende woorden in dit veld"))
            return
        here = field.textCursor().selectionEnd()
        at, word = next((item for item in wrong if item[0] >= here), wrong[0])
        cursor = _over(field, at, word)
        field.setTextCursor(cursor)
        menu = field.createStandardContextMenu()
        self._offer(menu, at)
        self._pop_up(menu, field.viewport().mapToGlobal(field.cursorRect(cursor).bottomLeft()))

    @property
    def _dictionary(self) -> Dictionary | None:
        return dictionary_of(language()) if self._wanted else None

    def _is_right(self, word: str, words: Dictionary) -> bool:
        if word.casefold() in self._of_case or words.knows(word):
            return True
        parts = pieces(word)
        # A name with an ending, or two words in one: Sanne's, Novadic-Kentron.
        return all(part.casefold() in self._of_case or (part != word and words.knows(part)) for part in parts)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is self._field and new is not None:
            return
        self._leave()
        if self._dictionary is None or not isinstance(new, GrowingTextEdit):
            return
        if self._within.isAncestorOf(new) and not new.isReadOnly():
            self._enter(new)

    def _enter(self, field: GrowingTextEdit) -> None:
        self._field = field
        self._of_case = self._known()
        field.textChanged.connect(self._wait)
        field.menu_opens.connect(self._on_menu)
        self._wait()

    def _leave(self) -> None:
        self._pause.stop()
        field, self._field, self._of_case = self._field, None, frozenset()
        if field is not None and isValid(field):
            field.textChanged.disconnect(self._wait)
            field.menu_opens.disconnect(self._on_menu)
            field.setExtraSelections([])

    def _wait(self) -> None:
        words = self._dictionary
        if words is not None:
            self._pause.start(PAUSE if words.loaded else LONG_PAUSE)

    def _look(self) -> None:
        field = self._field
        if field is None or not isValid(field):
            return
        here = field.textCursor().position() if field.hasFocus() else -1
        typing = field.document().isModified()
        shown = []
        for at, word in self.wrong_in(field.text()):
            if typing and at <= here <= at + len(word):
                # The user is still typing this word.
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = _over(field, at, word), _underline()
            shown.append(mark)
        field.setExtraSelections(shown)

    def _on_menu(self, menu: QMenu, place: int) -> None:
        self._offer(menu, place)

    def _offer(self, menu: QMenu, place: int) -> None:
        """Put suggestions for the word at this place at the top of the menu."""
        field = self._field
        if field is None:
            return
        wrong = self.wrong_in(field.text())
        found = next((item for item in wrong if item[0] <= place <= item[0] + len(item[1])), None)
        if found is None or (words := self._dictionary) is None:
            return
        at, word = found
        first = menu.actions()[0] if menu.actions() else None
        offered = QMenu(menu)
        for meant in words.suggestions(word):
            action = offered.addAction(meant)
            action.triggered.connect(partial(self._replace, at, word, meant))
        if offered.isEmpty():
            offered.addAction(_("Geen suggesties")).setEnabled(False)
        offered.addSeparator()
        offered.addAction(_("Voeg toe voor deze zaak")).triggered.connect(partial(self._keep, word))
        offered.addSeparator()
        for action in offered.actions():
            if first is None:
                menu.addAction(action)
            else:
                menu.insertAction(first, action)

    def _replace(self, at: int, word: str, meant: str, _checked: bool = False) -> None:
        field = self._field
        if field is None:
            return
        cursor = _over(field, at, word)
        if cursor.selectedText() == word:
            cursor.insertText(meant)
            field.setTextCursor(cursor)

    def _keep(self, word: str, _checked: bool = False) -> None:
        self._add(word)
        self._of_case = self._known()
        self._look()

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(at)


def _over(field: GrowingTextEdit, at: int, word: str) -> QTextCursor:
    """Return a cursor over a word. Qt counts a character beyond U+FFFF as two."""
    start = len(field.text()[:at].encode("utf-16-le", "replace")) // 2
    cursor = QTextCursor(field.document())
    cursor.setPosition(start)
    length = len(word.encode("utf-16-le", "replace")) // 2
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _underline() -> QTextCharFormat:
    wave = QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(Theme.current().colour("danger"))
    return wave
