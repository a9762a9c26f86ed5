"""A form begins in its first field: on its verb the first Enter would keep what nobody filled in."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import MeetingKind, MeetingMode
from beraad.ui.dialogs.form_dialog import FormDialog
from beraad.ui.dialogs.plan_meeting import PlanMeetingDialog, PlannedMeeting
from beraad.ui.dialogs.secrets import SecretsDialog
from beraad.ui.widgets.value_fields import DayBox


def _planning() -> FormDialog:
    day = dt.date(2026, 11, 30)
    first = PlannedMeeting(None, None, "", (), MeetingKind.FAMILY_NETWORK, MeetingMode.TOGETHER)
    return PlanMeetingDialog(lambda _meeting: None, people=(), facilitators=(), first=first, today=day)


def _no_secrets() -> FormDialog:
    return SecretsDialog(lambda _lines: None, secrets=(), people=())


@pytest.mark.parametrize("make", [_planning, _no_secrets])
def test_a_form_begins_in_its_first_field(make: Callable[[], FormDialog], qtbot: QtBot) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    found: QWidget | None = dialog.focusWidget()
    assert found is not None
    assert found.property("role") != "primary", "Enter would say that it is all filled in"
    assert dialog.area.isAncestorOf(found)
    if isinstance(dialog, PlanMeetingDialog):
        assert isinstance(found, DayBox)
