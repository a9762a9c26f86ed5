"""Which copy a reader gets, and what stands on it in which order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from beraad.disclosure.views import PlanView
from beraad.export import sections, timing, wording
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


def copy_for(view: PlanView) -> Document:
    """The copy that belongs to the view's reader; the full plan where there is none."""
    if view.reader is None:
        return full_plan(view)
    return childs_copy(view, _banner(view)) if view.child else personal_copy(view)


def personal_copy(view: PlanView) -> Document:
    """First what you do, then what if it goes wrong, then the rest; ValueError where nobody is the reader."""
    reader = view.reader
    if reader is None:
        raise ValueError("a personal copy is for somebody")
    head = Head(_("Veiligheidsplan"), _subtitle(view), _("Exemplaar voor"), reader.person.called)
    large = reader.large_print or reader.plain_language
    return _document(
        view,
        (
            head,
            *sections.your_part(view),
            *sections.emergency(view),
            *sections.columns(view),
            *sections.agreements(view),
            *sections.ended(view),
            *sections.scales(view),
            *sections.time_out(view),
            *sections.contacts(view),
            *sections.next_meeting(view),
            *sections.signed(view),
        ),
        PageStyle.LARGE if large else PageStyle.NORMAL,
        for_whom=reader.person.called,
    )


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
        *sections.time_out(view),
        *sections.contacts(view),
        *sections.next_meeting(view),
        *sections.signed(view),
        *_marks(view),
        *proof_sheet(view),
        *scanned_sheets(view, scanned),
    )
    return _document(view, blocks, PageStyle.NORMAL, for_whom=_("het dossier"))


def _subtitle(view: PlanView) -> str:
    moment = view.meeting.agreed_at or view.meeting.starts_at
    version = _("versie {version}").format(version=view.version) if view.meeting.agreed_at else _("concept")
    parts = [
        _("Gezin {name}").format(name=view.family_name),
        version,
        timing.day_of(moment) if moment else "",
    ]
    return " · ".join(part for part in parts if part)


def _document(view: PlanView, blocks: tuple[Block, ...], style: PageStyle, *, for_whom: str) -> Document:
    return Document(
        title=_("Veiligheidsplan {reference}").format(reference=view.reference),
        language=language(),
        footer_left=_("Vertrouwelijk, alleen voor {name}").format(name=for_whom),
        footer_right=_("Plan {code}").format(code=view.code),
        page_words=_("{page} van {pages}"),
        blocks=blocks,
        style=style,
        banner=_banner(view),
        names=tuple(item.person.called for item in view.meeting.participants),
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
