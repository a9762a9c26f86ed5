"""The hands of somebody at the screen: clicks, keys and words, never a service.

Whatever is pressed is found by the words on it or by what a screen reader says of it, must be alone in that,
is scrolled into sight, and is clicked through its window: what is covered or cut off cannot be pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.pages.cases.case_list import CaseList
from beraad.ui.projector import WallWindow
from beraad.ui.projector.marks import Page
from beraad.ui.screens.cover import Cover
from beraad.ui.signing import SignaturePad
from beraad.ui.signing.answer_form import AnswerForm
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.moment_fields import OptionalMoment
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.work import Work
from tests.patience import MINUTE
from tests.ui.pages.cases.listed import Listed, said_in_lists

W = TypeVar("W", bound=QWidget)
M = TypeVar("M", bound=OptionalMoment)

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


# -- finding -----------------------------------------------------------------------------------------


def in_sight(where: QWidget, kind: type[W]) -> list[W]:
    """The widgets of a kind that one can see in `where`, scrolled away or not, from top to bottom."""
    found = [
        item for item in where.findChildren(kind) if item.isVisible() and item.window() is where.window()
    ]
    return sorted(found, key=lambda item: _place(item, where))


def words_of(widget: QWidget) -> set[str]:
    """What is written on a widget, and what a screen reader calls it."""
    written = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return {written.replace("&&", "&"), widget.accessibleName()} - {""}


def the(where: QWidget, words: str, kind: type[W]) -> W:
    """The one widget of a kind with these words; AssertionError where there is none, or more than one."""
    candidates = in_sight(where, kind)
    found = [item for item in candidates if words in words_of(item)]
    known = sorted({word for item in candidates for word in words_of(item)})
    assert len(found) == 1, f"{len(found)} × {kind.__name__} „{words}”; there are: {known}"
    return found[0]


def is_chosen(where: QWidget, label: str, name: str) -> bool:
    """Whether this person is chosen in the row of people with this label."""
    return the(the(where, label, PersonPicker), name, QAbstractButton).isChecked()


def can_be_pressed(where: QWidget, words: str) -> bool:
    """Whether the button with these words works now."""
    return the(where, words, QAbstractButton).isEnabled()


def is_there(where: QWidget, words: str, kind: type[QWidget] = QAbstractButton) -> bool:
    """Whether something with these words can be seen."""
    return any(words in words_of(item) for item in in_sight(where, kind))


def timer(where: QObject, name: str) -> QTimer:
    """The one timer of this name in `where`: a test does not wait for time to pass, it says that it has."""
    (found,) = where.findChildren(QTimer, name)
    return found


def box_of(field: OptionalMoment) -> QDateTimeEdit:
    """The box of a field for a day or a time, also while it is empty and hidden."""
    (box,) = field.findChildren(QDateTimeEdit)
    return box


def moment(where: QWidget, label: str, kind: type[M]) -> M:
    """The one field for a day or a time with this label, filled or empty."""
    (field,) = [item for item in where.findChildren(kind) if box_of(item).accessibleName() == label]
    return field


def note_fields(guide: QWidget) -> list[GrowingTextEdit]:
    """The fields for private notes, the last for the next note, from top to bottom."""
    name = "Eigen notitie, ziet niemand anders"
    return [item for item in in_sight(guide, GrowingTextEdit) if item.accessibleName() == name]


def pages_of(wall: WallWindow) -> tuple[Page, ...]:
    """What the painter put on each page of the wall: the texts alone tell neither size nor place."""
    return wall._pages


def answer_form(screen: QWidget) -> AnswerForm:
    """The form of a signing screen, in sight or covered."""
    (form,) = screen.findChildren(AnswerForm)
    return form


def pill_of(where: QWidget) -> str:
    """What the pill in the bar of a meeting says of the wall; empty where there is no room for it."""
    return next((item.text() for item in in_sight(where, QLabel) if item.text().startswith("●")), "")


def works_of(window: QWidget) -> list[Work]:
    """What runs jobs for this window: first its own, then what reads for the search and makes backups."""
    return window.findChildren(Work, options=Qt.FindChildOption.FindDirectChildrenOnly)


def is_working(window: QWidget) -> bool:
    """Whether a job runs that this window waits for, on its own thread."""
    return works_of(window)[0].busy


def beside(where: QWidget, words: str, button: str) -> QWidget:
    """The smallest part of the screen with these words and a button: the row of somebody or something."""
    part: QWidget | None = the(where, words, QLabel)
    while part is not None and part is not where:
        part = part.parentWidget()
        if part is not None and is_there(part, button):
            return part
    raise AssertionError(f"nothing holds both „{words}” and „{button}”")


def texts(where: QWidget) -> str:
    """Every word that one can see in `where`, a line each."""
    QApplication.processEvents()  # a layout shows what was put in it a moment later
    said = [item.text() for item in in_sight(where, QLabel)]
    said += [item.text() for item in in_sight(where, QAbstractButton)]
    said += [box.item(row).text() for box in in_sight(where, QListWidget) for row in range(box.count())]
    said += said_in_lists(where)
    said += [item.text() for item in in_sight(where, QLineEdit)]
    said += [item.toPlainText() for item in in_sight(where, QTextEdit)]
    return "\n".join(filter(None, said))


# -- hands -------------------------------------------------------------------------------------------


def lift(window: QWidget) -> None:
    """Say that only the facilitator is looking, where a cover lies over the window."""
    for cover in in_sight(window, Cover)[:1]:
        cover.lift.click()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click on a widget where it stands in its window."""
    window, place = _reach(widget, at)
    assert widget.isEnabled(), f"{words_of(widget)} cannot be pressed now"
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, place)
    QApplication.processEvents()


def press(where: QWidget, words: str) -> None:
    """Press the one button (box, chip, number, tick) with these words."""
    button = the(where, words, QAbstractButton)
    on_the_tick = QPoint(button.height() // 2, button.height() // 2)
    click(button, on_the_tick if isinstance(button, QCheckBox) else None)


def press_tab(where: QWidget, title: str) -> None:
    """Press the tab with this title."""
    (bar,) = in_sight(where, QTabBar)
    (index,) = [index for index in range(bar.count()) if bar.tabText(index) == title]
    click(bar, bar.tabRect(index).center())


def take_the_laptop_back(where: QWidget) -> None:
    """What the facilitator does: the button alone leads nowhere, the key does."""
    press(where, "Terug naar de gespreksleider")
    assert is_there(where, "Terug naar de gespreksleider")
    key(where, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not is_there(where, "Terug naar de gespreksleider")


def press_step(where: QWidget, title: str) -> None:
    """Press a step on the rail, whatever its minutes and however it stands."""
    said = {name for item in in_sight(where, QAbstractButton) for name in words_of(item)}
    (step,) = [name for name in said if name.startswith("Stap ") and f": {title}, " in name]
    press(where, step)


def open_card(where: QWidget, words: str) -> None:
    """Click on the one card that says this."""
    (card,) = [item for item in in_sight(where, Card) if any(words in name for name in words_of(item))]
    # In the corner: its width may be another once what stands beside it is laid out.
    click(card, QPoint(6, 6))


def open_line(where: QWidget, words: str) -> None:
    """Click on the one case in the list that says this."""
    box, index = _line_of(where, words)
    click(box.viewport(), box.visualRect(index).topLeft() + QPoint(6, 6))


def open_meeting(where: QWidget, words: str = "Gezin") -> None:
    """Press the button to the meeting in the one case of the list that says this."""
    box, index = _line_of(where, words)
    click(box.viewport(), Listed(box).button(index).center())


def key(where: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(_focus(where), key, modifiers)
    QApplication.processEvents()


def chord(where: QWidget, meant: MeetingKey) -> None:
    """Press a key of the meeting where the keyboard is."""
    (keys,) = QKeySequence(meant)
    key(where, keys.key(), keys.keyboardModifiers())


def choose_by_key(where: QWidget, meant: Qt.Key) -> None:
    """Open the list that has the keyboard with an arrow, go to a choice with this key, and take it."""
    box = _focus(where)
    assert isinstance(box, QComboBox)
    key(where, Qt.Key.Key_Down)
    for pressed in (meant, Qt.Key.Key_Return):
        QTest.keyClick(box.view(), pressed)
    QApplication.processEvents()


def write(where: QWidget, text: str) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(_focus(where), text)
    QApplication.processEvents()


def type_into(where: QWidget, label: str, text: str) -> None:
    """Click into a field and type this in place of what stood there; a number or a moment is confirmed.

    Words are placed by going on to another field, or by a key.
    """
    field = _field(where, label)
    click(field)
    if not isinstance(field, QDateTimeEdit):
        key(field, Qt.Key.Key_A, CTRL)
    write(field, text)
    if isinstance(field, QAbstractSpinBox | QComboBox):
        key(field, Qt.Key.Key_Return)


def choose(where: QWidget, label: str, words: str) -> None:
    """Open a list and choose an entry by the keyboard."""
    box = the(where, label, QComboBox)
    choose_in(box, words)


def choose_in(box: QComboBox, words: str) -> None:
    """Choose an entry of a list by the keyboard."""
    entries = [box.itemText(place) for place in range(box.count())]
    assert words in entries, f"„{words}” is not among {entries}"
    click(box)
    if box.isEditable():
        key(box, Qt.Key.Key_F4)
    view: QAbstractItemView = box.view()
    assert view.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _step in entries:
        if view.currentIndex().data() == words:
            break
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QApplication.processEvents()


def pick(where: QWidget, label: str, *names: str) -> None:
    """Press these people in the row of people with this label."""
    for name in names:
        press(the(where, label, PersonPicker), name)


def click_line(where: QWidget, begins: str) -> None:
    """Click on the line of a list that begins with these words."""
    (box,) = in_sight(where, QListWidget)
    (line,) = [box.item(row) for row in range(box.count()) if box.item(row).text().startswith(begins)]
    box.scrollToItem(line)
    at = box.visualItemRect(line).center()
    click(box.viewport(), at)


def let_see(where: QWidget, words: str) -> None:
    """Say who may see what is open."""
    (picker,) = in_sight(where, ReadersPicker)
    choose_in(in_sight(picker, QComboBox)[0], words)


def sign(where: QWidget) -> None:
    """Draw a signature of two lines with the mouse."""
    (pad,) = in_sight(where, SignaturePad)
    window, _at = _reach(pad, None)
    handle = window.windowHandle()
    for row in (0.3, 0.6):
        points = [
            pad.mapTo(
                window,
                QPoint(
                    round(pad.width() * (0.2 + 0.05 * step)), round(pad.height() * (row + 0.1 * (step % 2)))
                ),
            )
            for step in range(10)
        ]
        QTest.mousePress(handle, LEFT, NONE, points[0])
        for point in points[1:]:
            QTest.mouseMove(handle, point)
        QTest.mouseRelease(handle, LEFT, NONE, points[-1])
    QApplication.processEvents()
    assert len(pad.strokes()) == 2


@contextmanager
def in_the_dialog(act: Callable[[QDialog], None]) -> Iterator[None]:
    """Do something in the dialog that what happens inside waits for."""
    done: list[str] = []
    trouble: list[BaseException] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        timer.stop()
        done.append(type(dialog).__name__)
        try:
            act(dialog)
        except BaseException as error:  # noqa: BLE001 - told where the story is, not inside the dialog
            trouble.append(error)
        finally:
            if dialog.isVisible():
                dialog.reject()

    timer.timeout.connect(look)
    timer.start(0)
    yield
    timer.stop()
    if trouble:
        raise trouble[0]
    assert done, "no dialog stood"


# -- inside ------------------------------------------------------------------------------------------


def _place(widget: QWidget, where: QWidget) -> tuple[int, int]:
    at = widget.mapTo(where, QPoint(0, 0)) if where.isAncestorOf(widget) else QPoint(0, 0)
    return at.y(), at.x()


def _line_of(where: QWidget, words: str) -> tuple[CaseList, QModelIndex]:
    QApplication.processEvents()  # what was just shown is laid out
    (box,) = in_sight(where, CaseList)
    indexes = [box.model().index(row, 0) for row in range(box.model().rowCount())]
    (index,) = [one for one in indexes if words in str(one.data(Qt.ItemDataRole.AccessibleTextRole))]
    box.scrollTo(index)
    return box, index


def _field(where: QWidget, label: str) -> QWidget:
    kinds = (QLineEdit, QTextEdit, QAbstractSpinBox, QComboBox)
    found = [item for kind in kinds for item in in_sight(where, kind) if label in words_of(item)]
    assert len(found) == 1, f"{len(found)} fields „{label}”"
    return found[0]


def _reach(widget: QWidget, at: QPoint | None) -> tuple[QWidget, QPoint]:
    """The window, and the place in it where a widget can be touched."""
    assert widget.isVisible(), f"{words_of(widget)} cannot be seen"
    QApplication.processEvents()
    middle = at or widget.rect().center()
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not None:
            inside = widget.mapTo(parent.widget(), middle)
            parent.ensureVisible(inside.x(), inside.y(), 0, min(80, parent.height() // 3))
        parent = parent.parentWidget()
    QApplication.processEvents()
    window = widget.window()
    place = widget.mapTo(window, middle)
    hit = window.childAt(place)
    assert hit is not None, f"{words_of(widget)} stands outside its window"
    assert hit is widget or widget.isAncestorOf(hit), f"{words_of(widget)} is covered by {hit}"
    return window, place


def _focus(where: QWidget) -> QWidget:
    # Where a progress dialog was, the window gets the keyboard back in a later turn.
    waited = QDeadlineTimer(MINUTE)
    while (focus := QApplication.focusWidget()) is None and not waited.hasExpired():
        QTest.qWait(5)
    assert focus is not None, "the keyboard is nowhere"
    assert focus.window() is where.window(), f"the keyboard is in another window, at {focus}"
    return focus


def close_the_meeting(page: QWidget) -> None:
    """At the last step: close, also where something was not discussed."""
    press(page, "Beraad sluiten")
    if isValid(page) and any(item.text() == "Toch sluiten" for item in page.findChildren(QPushButton)):
        press(page, "Toch sluiten")
