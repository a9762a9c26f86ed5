"""One place from which to load everything that the main window shows once the cases are unlocked."""

from __future__ import annotations

from beraad.services.search import found_in
from beraad.ui.calendar_saving import CalendarSaving
from beraad.ui.console import MeetingPage
from beraad.ui.console.guide.own_guide import offer_own_guide
from beraad.ui.console.keys_sheet import show_keys
from beraad.ui.console.ready_console import ReadyConsole
from beraad.ui.dialogs.case_search import CaseSearchDialog
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock.recovery_dialog import RecoveryCodeDialog
from beraad.ui.printing import PrintDialog
from beraad.ui.printing.code_sheet import print_code
from beraad.ui.printing.old_versions import OldVersionsDialog
from beraad.ui.printing.printers import Printers
from beraad.ui.projector import WallWindow

__all__ = [
    "CalendarSaving",
    "CasePage",
    "CaseSearchDialog",
    "CasesPage",
    "MeetingPage",
    "OldVersionsDialog",
    "PrintDialog",
    "Printers",
    "ReadyConsole",
    "RecoveryCodeDialog",
    "WallWindow",
    "found_in",
    "offer_own_guide",
    "print_code",
    "show_keys",
]
