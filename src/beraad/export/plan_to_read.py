"""Make documents of a plan for the facilitator to read on screen: an earlier plan, and one to read aloud."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from beraad.disclosure.views import AgreementView, PlanBody, StatementView
from beraad.export import sections
from beraad.export.document import Block, Document, PageStyle
from beraad.i18n import Language
from beraad.terms import StatementKind
from beraad.words import headings

_REMINDERS = frozenset({StatementKind.DANGER_STATEMENT, StatementKind.BOTTOM_LINE})
"""Kinds of statement that say what the agreements are for."""


def whole_plan(plan: PlanBody, _: Language) -> Document:
    """Return everything of a plan, but who said yes and how ready everybody is."""
    return _document(plan, (*sections.columns(plan, _), *_agreed(plan, _)), _)


def plan_aloud(plan: PlanBody, _: Language) -> Document:
    """Return what is read aloud before a plan is agreed: the worries, what must happen, and all agreed on."""
    reminders = dataclasses.replace(
        plan, danger=_reminders(plan.danger), safety=(), next_steps=_reminders(plan.next_steps)
    )
    return _document(plan, (*sections.columns(reminders, _), *_agreed(plan, _)), _)


def _agreed(plan: PlanBody, _: Language) -> Iterator[Block]:
    said = dataclasses.replace(plan, agreements=tuple(map(_as_agreed, plan.agreements)))
    yield from sections.agreements(said, _)
    yield from sections.ended(plan, _)
    yield from sections.time_outs(plan, _)
    if plan.emergency:
        yield from sections.emergency(dataclasses.replace(plan, time_out=None, more_time_outs=()), _)


def _as_agreed(agreement: AgreementView) -> AgreementView:
    return dataclasses.replace(agreement, accepted=True, accepted_by=(), readiness=())


def _reminders(statements: tuple[StatementView, ...]) -> tuple[StatementView, ...]:
    return tuple(item for item in statements if item.kind in _REMINDERS)


def _document(plan: PlanBody, blocks: tuple[Block, ...], _: Language) -> Document:
    return Document(
        title=_(headings.SAFETY_PLAN),
        language=_.code,
        footer_left="",
        code_words="",
        signed_code="",
        page_words="",
        blocks=blocks,
        style=PageStyle.FILE,
        names=plan.names,
    )
