"""Choose the copy that a reader gets, and order its content."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from beraad.disclosure.sheet import Sheet
from beraad.disclosure.signing_views import Difference
from beraad.disclosure.views import PlanView
from beraad.export import personal, sections, timing
from beraad.export.childs_copy import childs_copy
from beraad.export.difference import whole_difference
from beraad.export.document import (
    Answers,
    Block,
    Document,
    Emphasis,
    Facts,
    Head,
    Line,
    PageStyle,
    Prose,
    Table,
    TableRow,
    Tone,
)
from beraad.export.in_letters import in_letters
from beraad.export.proof import proof_sheet
from beraad.export.scans import scanned_sheets
from beraad.export.sections import line
from beraad.i18n import DUTCH, Language
from beraad.terms import EvaluationItem
from beraad.words import headings
from beraad.words.case import family_title
from beraad.words.gaps import gap_label
from beraad.words.meeting import evaluation_label, meeting_kind_in_full, meeting_mode_label
from beraad.words.plan import version_label
from beraad.words.revision import revision_in_full

Letters = Iterable[tuple[str, str]]
"""Names with how paper writes each."""

_A_SHEET, _A_SHEET_LARGE = 2, 4
"""Most pages of a normal plan: one sheet, printed on both sides; two in large print."""


def copy_for(view: PlanView) -> Document:
    """Return the copy of the view's reader, in the reader's language; without a reader, the full plan."""
    if view.reader is None:
        return full_plan(view)
    _ = _reads(view)
    return childs_copy(view, _banner(view, _), _) if view.child else personal_copy(view, _)


def personal_copy(view: PlanView, _: Language) -> Document:
    """Return the copy of one reader: contacts and own tasks first, then the rest.

    Raise ValueError if the view has no reader.
    """
    sheet = Sheet(view)
    large = sheet.reader.large_print or sheet.reader.plain_language
    document = _document(
        view,
        tuple(personal.blocks(sheet, _heading(view, _), _)),
        PageStyle.LARGE if large else PageStyle.NORMAL,
        _,
        title=_title(_),
        for_whom=sheet.person.called,
    )
    return dataclasses.replace(document, most_pages=_A_SHEET_LARGE if large else _A_SHEET)


def signing_copy(view: PlanView, letters: Letters = ()) -> Document:
    """Return what the view's reader answers for: the own copy without everybody's answers to it.

    Names are written as `letters` gives them, as on paper.
    """
    document = copy_for(view)
    blocks = tuple(block for block in document.blocks if not isinstance(block, Answers))
    copy = dataclasses.replace(document, blocks=blocks, names=document.names or _names(view))
    return in_letters(copy, dict(letters))


def changed_part(view: PlanView, found: Difference, letters: Letters = ()) -> Document:
    """Return what changed in the copy of the view's reader, with names as `letters` gives them."""
    _, document = _reads(view), copy_for(view)
    title = Prose((line(_("Dit is veranderd"), Emphasis.STRONG),), large=True)
    blocks = (title, *whole_difference(found, _))
    changed = dataclasses.replace(document, blocks=blocks, banner="", names=document.names or _names(view))
    return in_letters(changed, dict(letters))


def own_part(view: PlanView, letters: Letters = ()) -> Document:
    """Return the part of the copy that says what the reader does; all of a child's copy of one page."""
    document = signing_copy(view, letters)
    if view.child:
        return document
    return dataclasses.replace(document, blocks=personal.own_part(document.blocks))


def full_plan(view: PlanView, scanned: Mapping[str, bytes] = MappingProxyType({})) -> Document:
    """Return the full plan for the file, also with attendance, marks, and gaps that were let stand.

    `scanned` holds the pages that its proof names, as JPEG. The full plan is in Dutch, the language of the
    meeting, for every user, so that two prints of one plan can be compared by their code.
    """
    _ = DUTCH
    head = Head(_(headings.SAFETY_PLAN), _subtitle(view, _), _(headings.FOR_THE_FILE), view.reference)
    blocks: tuple[Block, ...] = (
        head,
        _about_the_meeting(view, _),
        *sections.emergency(view.body, _),
        *sections.columns(view.body, _),
        *sections.agreements(view.body, _),
        *sections.ended(view.body, _),
        *_overrides(view, _),
        *sections.scales(view, _),
        *(sections.trend(history, _) for history in view.history),
        *sections.time_outs(view.body, _),
        *sections.contacts(view, _),
        *sections.next_meeting(view, _),
        *sections.signed(view, _),
        *_marks(view, _),
        *proof_sheet(view, _),
        *scanned_sheets(view, scanned, _),
    )
    title = _("Veiligheidsplan {reference}").format(reference=view.reference)
    return _document(view, blocks, PageStyle.FILE, _, title=title, for_whom=_("het dossier"))


def _reads(view: PlanView) -> Language:
    """Return the language of the view's reader; without a reader Dutch, the language of the meeting."""
    return Language.of(view.reader.language) if view.reader else DUTCH


def _names(view: PlanView) -> tuple[str, ...]:
    """Return the names in a view, for the direction of lines."""
    reader = (view.reader.person.called,) if view.reader else ()
    contacts = (contact.person.called for contact in view.contacts)
    return tuple(dict.fromkeys((*reader, *view.body.names, *contacts)))


def _title(_: Language) -> str:
    """Return the title. It is the same on every copy that is handed out, so that it tells nothing."""
    return _(headings.MY_PLAN)


def _heading(view: PlanView, _: Language) -> str:
    """Return the heading of the first page."""
    return _(headings.MY_CARD) if view.card else _title(_)


def _subtitle(view: PlanView, _: Language) -> str:
    moment = view.meeting.agreed_at or view.meeting.starts_at
    version = version_label(view.version if view.meeting.agreed_at else None, _)
    parts = [
        family_title(view.family_name, _),
        version,
        timing.day_of(moment, _) if moment else "",
    ]
    return " · ".join(part for part in parts if part)


def _document(
    view: PlanView, blocks: tuple[Block, ...], style: PageStyle, _: Language, *, title: str, for_whom: str
) -> Document:
    return Document(
        title=title,
        language=_.code,
        footer_left=_("alleen voor {name}").format(name=for_whom),
        code_words=_("Plan {code}"),
        signed_code=view.signed_code,
        page_words=_(headings.PAGE),
        blocks=blocks,
        style=style,
        banner=_banner(view, _),
        again_words=_(headings.GOES_ON),
    )


def _banner(view: PlanView, _: Language) -> str:
    if view.expired:
        return _("Vervallen: er is een nieuwere versie")
    return "" if view.meeting.agreed_at else _("Concept – nog niet vastgesteld")


# -- only in the file -----------------------------------------------------------------------------


def _about_the_meeting(view: PlanView, _: Language) -> Block:
    meeting = view.meeting
    kind = meeting_kind_in_full(meeting.kind, _)
    facts: list[tuple[str, Line]] = [
        (_("Beraad"), line(f"{meeting.number}: {kind}, {meeting_mode_label(meeting.mode, _)}")),
        (_("Wanneer"), line(timing.moment(meeting.starts_at, _) if meeting.starts_at else "")),
        (_("Waar"), line(meeting.place or "")),
        (_("Gespreksleider"), line(meeting.facilitator)),
        (_("Vastgesteld"), line(timing.moment(meeting.agreed_at, _) if meeting.agreed_at else _("nog niet"))),
        *(
            (_("Bijgewerkt"), line(revision_in_full(item.how, timing.day(item.on, _), item.consulted, _)))
            for item in meeting.revisions
        ),
        (_("Wie"), line(sections.participants(view, _))),
    ]
    return Facts(_("Over dit beraad"), Tone.INK, tuple(fact for fact in facts if fact[1][0].text))


def _overrides(view: PlanView, _: Language) -> list[Block]:
    if not view.overrides:
        return []
    rows = tuple(TableRow(((line(gap_label(gap, _)),), (line(why),))) for gap, why in view.overrides)
    return [Table(_("Wat we zo hebben gelaten"), (_("Wat"), _("Waarom")), (1, 1), rows)]


def _marks(view: PlanView, _: Language) -> list[Block]:
    if not view.marks:
        return []
    header = ("", *(evaluation_label(item, _) for item in EvaluationItem))
    rows = tuple(
        TableRow(tuple((line(text),) for text in (str(number), *(_mark(mark, _) for mark in marks.marks))))
        for number, marks in enumerate(view.marks, start=1)
    )
    return [Table(_("Cijfers voor het beraad"), header, (1, 4, 4, 4, 4, 4, 4), rows, stays_table=True)]


def _mark(mark: int | None, _: Language) -> str:
    return _("niet ingevuld") if mark is None else str(mark)
