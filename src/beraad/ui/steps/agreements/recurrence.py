"""Repetition that the console can make: every day, or some days every so many weeks (RFC 5545)."""

from __future__ import annotations

from dataclasses import dataclass

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Codes of the days, from Monday."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Repetition every `weeks` weeks (from 1) on `days`; without days: every day."""

    weeks: int = 1
    days: tuple[str, ...] = ()

    @property
    def daily(self) -> bool:
        """True if it is every day."""
        return not self.days

    def rule(self) -> str:
        """Return the RRULE value."""
        if self.daily:
            return "FREQ=DAILY"
        interval = f";INTERVAL={self.weeks}" if self.weeks > 1 else ""
        return f"FREQ=WEEKLY{interval};BYDAY={','.join(sorted(self.days, key=WEEKDAYS.index))}"


def read_rule(rule: str) -> Recurrence | None:
    """Parse `rule`; return None for a rule this console cannot make: that one stays as it is."""
    pairs = [part.partition("=") for part in rule.strip().upper().split(";") if part]
    parts = {name: value for name, _equals, value in pairs}
    if len(parts) != len(pairs) or not parts.get("INTERVAL", "1").isdecimal():
        return None
    every = int(parts.pop("INTERVAL", "1"))
    if parts == {"FREQ": "DAILY"} and every == 1:
        return Recurrence()
    days = tuple(parts.get("BYDAY", "").split(","))
    if (
        set(parts) == {"FREQ", "BYDAY"}
        and parts["FREQ"] == "WEEKLY"
        and set(days) <= set(WEEKDAYS)
        and every >= 1
    ):
        return Recurrence(every, days)
    return None
