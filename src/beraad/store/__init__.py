"""The encrypted database: unlock it, load and keep cases, look after it.

Nobody else knows a session or a driver.
"""

from beraad.store.check import DatabaseReport, Finding, FindingCode, Report
from beraad.store.recovery_code import read_recovery_code
from beraad.store.state import StoreState
from beraad.store.store import Store, check_store, store_state
from beraad.store.unit_of_work import UnitOfWork

__all__ = [
    "DatabaseReport",
    "Finding",
    "FindingCode",
    "Report",
    "Store",
    "StoreState",
    "UnitOfWork",
    "check_store",
    "read_recovery_code",
    "store_state",
]
