"""The one style sheet, made from tokens. Widgets say what they are (`role`, `tone`), this how they look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

TONES = ("danger", "safety", "next", "private", "amber")
"""Colours with a meaning; each has a `_wash` as its background."""

_SHEET = Template("""
QMainWindow, QDialog, QWidget[role="page"] { background: $paper; }
QWidget[role="panel"], QWidget[role="bar"], QWidget[role="sheet"] { background: $card; }
QFrame[role="panel"] { border: 1px solid $line; border-radius: ${card_radius}px; }
QFrame[role="bar"] { border: 0; border-bottom: 1px solid $line; }
QFrame[role="foot"] { background: $card; border: 0; border-top: 1px solid $line; }
QFrame[role="rail"] { background: $paper; border: 0; border-right: 1px solid $line; }
QFrame[role="guide"] { background: $paper; border: 0; border-left: 1px solid $line; }
QFrame[role="line"] { background: $line; border: 0; max-height: 1px; }
QFrame[role="drop"] { background: $focus; border: 0; border-radius: 2px; }
QFrame[role="prompt"] { background: $card; border: 0; border-left: 3px solid $strong; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 700; }
QLabel[role="display"] { font-size: ${display}px; font-weight: 700; }
QLabel[role="large"] { font-size: ${heading}px; }
QWidget[print="large"] QLabel[role="title"],
QWidget[print="large"] QLabel[role="display"] { font-size: ${huge}px; }
QWidget[print="large"] QLabel[role="large"], QWidget[print="large"] QPushButton[role="choice"] {
    font-size: ${title}px;
}
QWidget[print="large"] QPushButton { min-height: ${print_row}px; }
QWidget[print="large"] QPushButton[reach="wide"] { min-height: ${touch}px; }
QWidget[print="large"] QPushButton, QWidget[print="large"] QCheckBox,
QWidget[print="large"] QLabel[role="soft"] { font-size: ${heading}px; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="soft"], QLabel[tone="soft"] { color: $soft; }
QLabel[role="small"] { font-size: ${small}px; color: $soft; }
QLabel[role="caps"] { font-size: ${small}px; color: $soft; letter-spacing: 0.5px; }
QLabel[role="pill"] {
    font-size: ${small}px; color: $soft; background: $card;
    border: 1px solid $line; border-radius: ${pill_radius}px; padding: ${pill_pad}px ${small_gap}px;
}

QPushButton, QToolButton {
    background: $card; border: 1px solid $line; border-radius: ${radius}px;
    padding: ${tight2}px ${medium}px; min-height: ${row}px;
}
QFileDialog QToolButton { padding: ${tight}px; min-height: 0; }
QPushButton:hover, QToolButton:hover { border-color: $field_line; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton:checked, QToolButton:checked { background: $selection; border-color: $focus; }
QPushButton:disabled, QToolButton:disabled { color: $field_line; }
QPushButton[role="primary"] { background: $strong; border-color: $strong; color: $on_strong; }
QPushButton[role="primary"]:hover { background: $soft; border-color: $soft; }
QPushButton[role="primary"]:disabled { background: $line; border-color: $line; color: $field_line; }
QPushButton[reach="wide"] { min-height: ${touch}px; padding: ${tight2}px ${wide}px; font-size: ${heading}px; }
QPushButton[role="quiet"], QToolButton[role="quiet"] {
    background: transparent; border-color: transparent; color: $soft;
}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { color: $ink; border-color: $line; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="danger"]:hover { background: $danger_wash; }
QPushButton[role="add"] {
    background: transparent; color: $soft; border: 1px dashed $field_line; text-align: left;
}
QPushButton[role="add"]:hover { color: $ink; background: $card; }
QPushButton[role="link"] {
    background: transparent; border-color: transparent; color: $next; padding: 2px 4px; text-align:
    left;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="quiet"]:disabled, QPushButton[role="link"]:disabled,
QToolButton[role="quiet"]:disabled { color: $field_line; }
QPushButton[role="chip"] {
    font-size: ${small}px; color: $soft; border-radius: ${pill_radius}px;
    padding: ${pill_pad}px ${small_gap}px;
}
QPushButton[role="chip"]:checked { color: $ink; background: $private_wash; border-color: $private; }
QPushButton[role="choice"] { text-align: left; padding: ${medium}px ${large}px; font-size: ${heading}px; }
QPushButton[role="choice"]:checked { background: $safety_wash; border: 2px solid $safety; font-weight: 700; }
QPushButton, QToolButton { outline: 0; }
QPushButton[role="score"] { min-width: ${score}px; padding: ${tight}px; font-weight: 700; }
QPushButton[role="score"]:checked { background: $strong; border-color: $strong; color: $on_strong; }
QPushButton[role="pad"] {
    font-size: ${huge}px; font-weight: 700; padding: ${large}px 0; min-width: ${score}px;
}
QPushButton[role="pad"]:checked { background: $strong; border-color: $strong; color: $on_strong; }
QPushButton:focus, QToolButton:focus, QPushButton[role="choice"]:focus,
QPushButton[role="score"]:checked:focus, QPushButton[role="pad"]:checked:focus {
    border: 2px solid $focus;
}
QPushButton[role="primary"]:focus {
    border: 3px double $on_strong; padding: ${tight2_focus}px ${medium_focus}px;
}

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox {
    background: $card; border: 1px solid $field_line; border-radius: ${radius}px;
    padding: ${tight}px ${small_gap}px; selection-background-color: $selection; selection-color: $ink;
}
QLineEdit, QSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox { min-height: ${row}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus,
QDateTimeEdit:focus, QComboBox:focus { border: 2px solid $focus; }
QLineEdit:disabled, QTextEdit:disabled, QTextEdit:read-only { color: $soft; background: $paper; }
QTextEdit[role="bare"], QPlainTextEdit[role="bare"] {
    border: 1px solid transparent; background: transparent;
}
QTextEdit[role="bare"]:hover { border: 1px solid $line; }
QTextEdit[role="bare"]:focus { border: 2px solid $focus; background: $card; }
QTextEdit[role="private"] { background: $private_wash; border: 1px solid $private; }
QTextEdit[role="private"]:focus { border: 2px solid $private; }
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $line; selection-background-color: $selection;
    selection-color: $ink; outline: 0; }
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down {
    border: 0; width: ${wide}px; subcontrol-origin: padding; subcontrol-position: center right;
}
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {
    image: url("$down"); width: ${large}px; height: ${large}px;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: 0; background: transparent; padding: 0; min-height: 0; }
QSpinBox::up-button, QTimeEdit::up-button, QDateEdit::up-button {
    border: 0; width: ${spin}px; subcontrol-position: top right;
}
QSpinBox::down-button, QTimeEdit::down-button, QDateEdit::down-button {
    border: 0; width: ${spin}px; subcontrol-position: bottom right;
}
QSpinBox::up-arrow, QTimeEdit::up-arrow, QDateEdit::up-arrow {
    image: url("$up"); width: ${medium}px; height: ${medium}px;
}
QSpinBox::down-arrow, QTimeEdit::down-arrow {
    image: url("$down"); width: ${medium}px; height: ${medium}px;
}
QCheckBox, QRadioButton {
    spacing: ${small_gap}px; background: transparent; padding: 2px; border: 2px solid transparent;
    border-radius: ${radius}px; }
QCheckBox::indicator, QRadioButton::indicator {
    width: ${mark}px; height: ${mark}px; border: 1px solid $field_line; background: $card;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${mark_radius}px; }
QCheckBox::indicator:checked { background: $strong; border-color: $strong; image: url("$tick"); }
QRadioButton::indicator:checked {
    border-color: $strong;
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 $strong, stop: 0.5 $strong, stop: 0.6 $card, stop: 1 $card);
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[role="inside"] { background: transparent; }
QScrollArea:focus { border: 2px solid $focus; border-radius: ${radius}px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle {
    background: $field_line; border-radius: 2px; margin: 3px; min-height: 32px; min-width: 32px;
}
QScrollBar::handle:hover { margin: 1px; border-radius: 4px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QAbstractItemView { background: $card; border: 1px solid $line; border-radius: ${radius}px;
    selection-background-color: $selection; selection-color: $ink; alternate-background-color: $paper; }
QAbstractItemView:focus { border: 2px solid $focus; }
QAbstractItemView[role="rows"]:focus { border: 1px solid $line; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; min-height: ${touch}px; }
QCalendarWidget QToolButton {
    border-color: transparent; padding: 0 ${tight}px; qproperty-iconSize: ${heading}px ${heading}px;
}
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url("$left"); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url("$right"); }
QCalendarWidget QSpinBox { min-height: 0; padding: 0 ${tight}px; }
QCalendarWidget QAbstractItemView, QCalendarWidget QAbstractItemView:focus { border: 0; border-radius: 0; }
QHeaderView::section {
    background: $paper; color: $soft; border: 0; border-bottom: 1px solid $line; padding:
    ${tight}px;
}
QMenu { background: $card; border: 1px solid $line; padding: ${tight}px; }
QMenu::item { padding: ${tight}px ${large}px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $field_line; }
QMenu::separator { background: $line; height: 1px; margin: ${tight}px; }
QMenuBar { background: $card; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: ${tight}px ${small_gap}px; }
QMenuBar::item:selected { background: $selection; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar::tab {
    background: transparent; color: $soft; padding: ${small_gap}px ${large}px; border-bottom: 3px
    solid transparent;
}
QTabBar::tab:selected { color: $ink; font-weight: 700; border-bottom: 3px solid $strong; }
QTabBar::tab:focus { color: $focus; border-bottom: 3px solid $focus; }
QToolTip { background: $strong; color: $on_strong; border: 0; padding: ${tight}px; }
QProgressBar { background: $line; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $next; border-radius: 4px; }
QSplitter::handle { background: $line; }
QStatusBar { background: $card; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
""")

_TONE = Template("""
QLabel[tone="$tone"] { color: $text; }
QLabel[role="pill"][tone="$tone"] { color: $text; border-color: $edge; background: $wash; }
QFrame[role="panel"][tone="$tone"] { background: $wash; border-color: $edge; }
QPushButton[tone="$tone"] { color: $text; }
""")


DRAWINGS = {
    "down": ("down", "soft"),
    "up": ("up", "soft"),
    "left": ("back", "soft"),
    "right": ("forward", "soft"),
    "tick": ("saved", "on_strong"),
}
"""Pictures that the sheet needs by address: name → role of the icon and token of its colour."""


def build_sheet(
    colours: Mapping[str, str], size: Callable[[str, str], int], drawings: Mapping[str, str]
) -> str:
    """Return the sheet for these tokens; `size(group, name)` gives pixels. KeyError for a missing token."""
    small = size("text", "small")
    sizes = {
        "body": size("text", "body"),
        "small": small,
        "heading": size("text", "heading"),
        "title": size("text", "title"),
        "display": round(size("text", "title") * 1.3),
        "huge": round(size("text", "title") * 1.6),
        "row": size("text", "line"),
        "radius": size("radius", "control"),
        "card_radius": size("radius", "card"),
        "pill_radius": round(small * 0.85),
        "pill_pad": size("space", "tight") // 2,
        "tight": size("space", "tight"),
        "tight2": size("space", "tight") + 2,
        # The focus frame is two pixels wider: without less padding it would cut off the words.
        "tight2_focus": size("space", "tight"),
        "medium_focus": size("space", "medium") - 2,
        "small_gap": size("space", "small"),
        "medium": size("space", "medium"),
        "large": size("space", "large"),
        "wide": size("space", "wide"),
        "spin": size("space", "wide") - size("space", "tight") // 2,
        "touch": round(size("text", "line") * 1.6),
        "print_row": round(size("text", "line") * 1.25),
        "mark": size("text", "heading"),
        "mark_radius": size("text", "heading") // 2 + 1,
        "score": size("text", "line") + size("space", "small"),
    }
    return _SHEET.substitute(colours, **sizes, **drawings) + "".join(
        _tone_rules(tone, colours) for tone in TONES
    )


def _tone_rules(tone: str, colours: Mapping[str, str]) -> str:
    text = colours.get(f"{tone}_text", colours[tone])
    return _TONE.substitute(tone=tone, text=text, edge=colours[tone], wash=colours[f"{tone}_wash"])
