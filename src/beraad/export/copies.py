"""Which copy a reader gets, and what stands on it in which order."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType

from beraad.disclosure.sheet import Sheet
from beraad.disclosure.views import PlanView
from beraad.export import personal, sections, timing, wording
from beraad.export.childs_copy import childs_copy
from beraad.export.document import (
    Block,
    Document,
    Facts,
    Head,
    Line,
    PageStyle,
    Table,
    TableRow,
    Tone,
)
from beraad.export.proof import proof_sheet
from beraad.export.scans import scanned_sheets
from beraad.export.sections import line
from beraad.i18n import _, language
from beraad.terms import EvaluationItem

_A_SHEET, _A_SHEET_LARGE = 2, 4
"""Pages of a normal plan: one sheet, printed on both sides; two in large letters."""


def copy_for(view: PlanView) -> Document:
    """The copy that belongs to the view's reader; the full plan where there is none."""
    if view.reader is None:
        return full_plan(view)
    return childs_copy(view, _banner(view)) if view.child else personal_copy(view)


def personal_copy(view: PlanView) -> Document:
    """First whom to call and what I do, then the rest; ValueError where nobody is the reader."""
    sheet = Sheet(view)
    large = sheet.reader.large_print or sheet.reader.plain_language
    document = _document(
        view,
        tuple(personal.blocks(sheet, _title())),
        PageStyle.LARGE if large else PageStyle.NORMAL,
        title=_title(),
        for_whom=sheet.person.called,
    )
    return dataclasses.replace(document, most_pages=_A_SHEET_LARGE if large else _A_SHEET)


def full_plan(view: PlanView, scanned: Mapping[str, bytes] = MappingProxyType({})) -> Document:
    """Everything of the plan, for the file: also who was there, the marks, and gaps that were let stand.

    `scanned` holds the pages that its proof names, as JPEG.
    """
    head = Head(_("Veiligheidsplan"), _subtitle(view), _("Voor het dossier"), view.reference)
    blocks: tuple[Block, ...] = (
        head,
        _about_the_meeting(view),
        *sections.emergency(view),
        *sections.columns(view),
        *sections.agreements(view),
        *sections.ended(view),
        *_overrides(view),
        *sections.scales(view),
        *map(sections.trend, view.history),
        *sections.time_outs(view),
        *sections.contacts(view),
        *sections.next_meeting(view),
        *sections.signed(view),
        *_marks(view),
        *proof_sheet(view),
        *scanned_sheets(view, scanned),
    )
    title = _("Veiligheidsplan {reference}").format(reference=view.reference)
    return _document(view, blocks, PageStyle.FILE, title=title, for_whom=_("het dossier"))


def _title() -> str:
    """The same on every copy that is handed out, and neutral: papers that lie together tell nothing by it."""
    return _("Mijn plan")


def _subtitle(view: PlanView) -> str:
    moment = view.meeting.agreed_at or view.meeting.starts_at
    version = _("versie {version}").format(version=view.version) if view.meeting.agreed_at else _("concept")
    parts = [
        _("Gezin {name}").format(name=view.family_name),
        version,
        timing.day_of(moment) if moment else "",
    ]
    return " · ".join(part for part in parts if part)


def _document(
    view: PlanView, blocks: tuple[Block, ...], style: PageStyle, *, title: str, for_whom: str
) -> Document:
    return Document(
        title=title,
        language=language(),
        footer_left=_("alleen voor {name}").format(name=for_whom),
        code_words=_("Plan {code}"),
        signed_code=view.signed_code,
        page_words=_("{page} van {pages}"),
        blocks=blocks,
        style=style,
        banner=_banner(view),
        again_words=_("{title} (vervolg)"),
    )


def _banner(view: PlanView) -> str:
    if view.expired:
        return _("Vervallen: er is een nieuwere versie")
    return "" if view.meeting.agreed_at else _("Concept – nog niet vastgesteld")


# -- only in the file -----------------------------------------------------------------------------


def _about_the_meeting(view: PlanView) -> Block:
    meeting = view.meeting
    facts: list[tuple[str, Line]] = [
        (
            _("Beraad"),
            line(f"{meeting.number}: {wording.label(meeting.kind)}, {wording.label(meeting.mode)}"),
        ),
        (_("Wanneer"), line(timing.moment(meeting.starts_at) if meeting.starts_at else "")),
        (_("Waar"), line(meeting.place or "")),
        (_("Gespreksleider"), line(meeting.facilitator)),
        (_("Vastgesteld"), line(timing.moment(meeting.agreed_at) if meeting.agreed_at else _("nog niet"))),
        (_("Wie"), line(sections.participants(view))),
    ]
    return Facts(_("Over dit beraad"), Tone.INK, tuple(fact for fact in facts if fact[1][0].text))


def _overrides(view: PlanView) -> list[Block]:
    if not view.overrides:
        return []
    rows = tuple(TableRow(((line(wording.gap(gap)),), (line(why),))) for gap, why in view.overrides)
    return [Table(_("Wat we zo hebben gelaten"), (_("Wat"), _("Waarom")), (1, 1), rows)]


def _marks(view: PlanView) -> list[Block]:
    if not view.marks:
        return []
    header = ("", *(wording.label(item) for item in EvaluationItem))
    rows = tuple(
        TableRow(tuple((line(text),) for text in (str(number), *map(_mark, marks.marks))))
        for number, marks in enumerate(view.marks, start=1)
    )
    return [Table(_("Cijfers voor het beraad"), header, (1, 4, 4, 4, 4, 4, 4), rows, stays_table=True)]


def _mark(mark: int | None) -> str:
    return _("niet ingevuld") if mark is None else str(mark)
