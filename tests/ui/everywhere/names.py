"""What somebody without eyes or mouse meets: names, the way of the Tab key, what it cannot reach."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QWidget,
)

from beraad.ui.widgets.person_token import PersonToken

Role = QAccessible.Role

SPEAKING = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.ButtonDropDown,
        Role.CheckBox,
        Role.RadioButton,
        Role.ComboBox,
        Role.EditableText,
        Role.SpinBox,
        Role.Slider,
        Role.List,
        Role.ListItem,
        Role.MenuItem,
        Role.Link,
        Role.PageTab,
    }
)
"""Roles that tell a screen reader what can be done."""

_ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up)

_MOST = 500
"""More places than any window has."""


def nameless(window: QWidget) -> list[str]:
    """Everything one can do or type in, without a name to say."""
    root = QAccessible.queryAccessibleInterface(window)
    found = []
    for item in _walk(root):
        state = item.state()
        if state.invisible or item.role() is Role.Window:
            continue
        if (state.focusable or item.role() in SPEAKING) and not item.text(QAccessible.Text.Name).strip():
            found.append(f"{_class_of(item)} ({item.role().name})")
    return found


def out_of_order(window: QWidget) -> list[str]:
    """Where the Tab key goes back up or to the left inside one part of the window."""
    way = _tab_way(window)
    found = []
    for one, other in pairwise(way):
        if _part_of(one) is not _part_of(other):
            continue
        here, there = _place(one, window), _place(other, window)
        same_line = min(here.bottom(), there.bottom()) - max(here.top(), there.top()) > 0
        back = there.right() < here.left() if same_line else there.bottom() < here.top()
        beside = there.left() > here.right() or there.right() < here.left()
        if back and (same_line or not beside):
            found.append(f"{_said(one)} → {_said(other)}")
    return found


def out_of_reach(window: QWidget) -> list[str]:
    """What can be clicked, and reached neither with the Tab key nor with arrows from where that key comes."""
    passed: list[QWidget] = []
    for widget in window.findChildren(QWidget):
        if widget.window() is not window or not widget.isVisibleTo(window) or _is_of_qt(widget):
            continue
        points = widget.testAttribute(Qt.WidgetAttribute.WA_SetCursor)
        clickable = (points and widget.cursor().shape() is Qt.CursorShape.PointingHandCursor) or (
            isinstance(widget, QAbstractButton) and not isinstance(widget, PersonToken)
        )
        if clickable and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            passed.append(widget)
    walked = _walked_with_arrows(window, passed) if passed else []
    return [_said(widget) for widget in passed if widget not in walked]


def _walked_with_arrows(window: QWidget, passed: list[QWidget]) -> list[QWidget]:
    """Where arrows really lead, pressed on every stop of the Tab key that stands in one row with these."""
    before = window.focusWidget()
    found: list[QWidget] = []
    # Only in the window that is in front a button has the focus; that comes with the next events.
    window.activateWindow()
    QApplication.processEvents()
    for row in {row for widget in passed if isinstance(row := widget.parentWidget(), QWidget)}:
        beside = [button for button in row.findChildren(QAbstractButton) if button.parentWidget() is row]
        policies = [(button, button.focusPolicy()) for button in beside]
        for stop, policy in policies:
            if policy & Qt.FocusPolicy.TabFocus and stop.isEnabled() and stop.isVisibleTo(window):
                found += (place for arrow in _ARROWS for place in _led(stop, arrow, beside))
        for button, policy in policies:
            button.setFocusPolicy(policy)
    if before is not None:
        before.setFocus()
    return found


def _led(stop: QWidget, arrow: Qt.Key, beside: list[QAbstractButton]) -> list[QWidget]:
    """The places one comes to with this arrow, pressed until it leads nowhere new or out of the row."""
    way: list[QWidget] = [stop]
    stop.setFocus()
    while way[-1].hasFocus():
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(way[-1], QKeyEvent(kind, arrow, Qt.KeyboardModifier.NoModifier))
        here = QApplication.focusWidget()
        if here is None or here in way or here not in beside:
            break
        way.append(here)
    return way


def _walk(item: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if item is None or not item.isValid():
        return
    yield item
    for place in range(item.childCount()):
        yield from _walk(item.child(place))


def _tab_way(window: QWidget) -> list[QWidget]:
    """Every place the Tab key comes to, from the first on; the focus is put back."""
    # Not through nextInFocusChain: PySide takes what that gives for a child of what was asked.
    before, way = window.focusWidget(), []
    window.setFocus()  # so that the first step comes to the first place
    for _step in range(_MOST):
        if not window.focusNextPrevChild(True):  # type: ignore[attr-defined]
            break
        widget = window.focusWidget()
        if widget is None or widget in way:
            break
        way.append(widget)
    if before is not None:
        before.setFocus()
    return way


def _part_of(widget: QWidget) -> QWidget | None:
    """What scrolls as one; places in two such parts cannot be compared."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QAbstractScrollArea):
        holder = holder.parentWidget()
    return holder


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(2, 2, -2, -2)


def _is_of_qt(widget: QWidget) -> bool:
    """Small parts that Qt itself puts into its fields; the field itself has keys for them."""
    return isinstance(widget.parent(), QLineEdit | QComboBox | QAbstractSpinBox | QMenuBar)


def _class_of(item: QAccessibleInterface) -> str:
    thing = item.object()
    return type(thing).__name__ if thing is not None else "?"


def _said(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} “{words[:40]}”"
