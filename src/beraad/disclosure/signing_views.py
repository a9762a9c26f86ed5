"""Views of the signing screen: the own copy, and what changed in it since the answer."""

from __future__ import annotations

import dataclasses

from beraad.codes import ChangedFact, DocumentChange
from beraad.disclosure.views import (
    AgreementView,
    EmergencyStepView,
    GoView,
    PersonView,
    PlanView,
    PromiseView,
    ScaleView,
    StatementView,
    TimeOutView,
    TimingView,
)

Value = str | int | tuple[str, ...] | TimingView | None
"""Value of a fact: text, minutes or a number, names, a timing, or None."""

Shown = AgreementView | EmergencyStepView | TimeOutView | StatementView | ScaleView | PromiseView | GoView
"""Item of a document that is compared."""


@dataclasses.dataclass(frozen=True, slots=True)
class FactChange:
    """Fact of an item that is another now."""

    fact: ChangedFact
    now: Value
    before: Value


@dataclasses.dataclass(frozen=True, slots=True)
class ItemChange:
    """Item of a document, and how it stands beside the document before."""

    kind: DocumentChange
    item: Shown
    """The item as it is now; what stopped as it was."""
    facts: tuple[FactChange, ...] = ()
    """Facts that are others now, of what changed."""


@dataclasses.dataclass(frozen=True, slots=True)
class Difference:
    """Difference between two documents of one reader."""

    items: tuple[ItemChange, ...]
    """Everything that is compared, also what stays: the new, the changed, what stopped, what stays."""
    differs: bool
    """True if the documents differ at all, be it in something that is told by no item."""

    @property
    def changes(self) -> tuple[ItemChange, ...]:
        """Items that do not stay as they are."""
        return tuple(item for item in self.items if item.kind is not DocumentChange.STAYS)


@dataclasses.dataclass(frozen=True, slots=True)
class SigningView:
    """Signing screen for one person: this person's own copy, and who answered already."""

    plan: PlanView
    digest: str
    """SHA-256 (hex) of the plan in the copy."""
    document: str
    """SHA-256 (hex) of all that the copy says."""
    answered: tuple[tuple[PersonView, bool], ...]
    letters: tuple[tuple[str, str], ...] = ()
    """Names in the copy for which paper has no letters, each with how paper writes it."""
    changed: Difference | None = None
    """What changed since this person answered; None if this person is not asked again."""

    @property
    def own(self) -> tuple[AgreementView, ...]:
        """Agreements that this person takes on."""
        return tuple(agreement for agreement in self.plan.body.agreements if agreement.mine)
