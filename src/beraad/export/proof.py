"""Proof sheet, on a page of its own in the file: who knew which plan, and what each answered."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.disclosure.views import PlanView, ProofLineView, ProofView
from beraad.export import timing
from beraad.export.document import Block, Emphasis, Facts, Head, Line, NewPage, Prose, Table, TableRow, Tone
from beraad.export.sections import line
from beraad.i18n import Language
from beraad.terms import Decision
from beraad.words import headings
from beraad.words.answers import decision_label, outdated_label, signed_on_paper_label
from beraad.words.gaps import gap_label
from beraad.words.people import attendance_label

_GROUP, _IN_A_LINE = 8, 4
"""Digits of a digest in a group, and groups in a line: groups are easier to compare than 64 digits."""

_SIGNED = frozenset({Decision.AGREE, Decision.AGREE_WITH_REMARK})


def proof_sheet(view: PlanView, _: Language) -> Iterator[Block]:
    """Yield the blocks of the page if something was agreed or answered; nothing otherwise."""
    proof = view.proof
    if proof is None:
        return
    yield NewPage()
    yield Head(
        _("Bewijs bij het plan"),
        _("Wie kende welk plan, en wat antwoordde ieder?"),
        _(headings.FOR_THE_FILE),
        view.reference,
    )
    yield Prose(
        (
            line(
                _(
                    "Ieder antwoordde op het eigen exemplaar. De code ervan staat onderaan dat exemplaar. "
                    "Het kenmerk is berekend uit alles wat erop staat: is één letter anders, dan is het "
                    "hele kenmerk anders. Komt er later een ander nummer of een andere datum op, dan "
                    "vragen we niemand opnieuw."
                )
            ),
        )
    )
    yield Facts(_("Het plan"), Tone.INK, tuple(_about(view, proof, _)))
    yield Table(
        _("De antwoorden"),
        (_("Wie"), _("Antwoord"), _("Wanneer en hoe"), _("Exemplaar en kenmerk (SHA-256)")),
        (5.5, 9, 8.5, 14.5),
        tuple(_row(item, _) for item in proof.lines),
        stays_table=True,
    )
    if view.overrides:
        rows = tuple(TableRow(((line(gap_label(gap, _)),), (line(why),))) for gap, why in view.overrides)
        yield Table(_("Wat open bleef, met de reden"), (_("Wat"), _("Waarom")), (1, 1), rows)


def in_groups(digest: str) -> str:
    """Return a digest in groups over two lines, easier to read."""
    groups = [digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP)]
    lines = (groups[start : start + _IN_A_LINE] for start in range(0, len(groups), _IN_A_LINE))
    return "\n".join(map(" ".join, lines))


def _about(view: PlanView, proof: ProofView, _: Language) -> Iterator[tuple[str, Line]]:
    yield _("Vastgesteld"), line("\n".join(_moment(at, _) for at in proof.agreed) or _("nog niet"))
    if proof.agreed and not view.meeting.agreed_at:
        changed = _("Daarna is het plan veranderd. Het is nog niet opnieuw vastgesteld.")
        yield "", line(changed, Emphasis.STRONG)
    yield _("Versie"), line(str(view.version))
    yield _("Gespreksleider"), line(view.meeting.facilitator)
    code = _("Plan {code}-…").format(code=view.signed_code)
    yield _("Dit exemplaar"), line(f"{code}\n{in_groups(proof.digest)}")


def _row(item: ProofLineView, _: Language) -> TableRow:
    who = [line(item.person.called, Emphasis.STRONG)]
    if item.attendance:
        who.append(line(attendance_label(item.attendance, _), Emphasis.SOFT))
    code = _("Plan {code}-…").format(code=item.code)
    copy = (line(code, Emphasis.STRONG), *_digests(item, _))
    return TableRow((tuple(who), tuple(_answer(item, _)), tuple(_how(item, _)), copy))


def _answer(item: ProofLineView, _: Language) -> Iterator[Line]:
    if item.decision is None:
        yield line(_("nog geen antwoord"), Emphasis.SOFT)
        return
    yield line(decision_label(item.decision, _), Emphasis.STRONG)
    if item.remark:
        yield line(item.remark)
    if item.outdated:
        yield line(outdated_label(_), Emphasis.STRONG)


def _how(item: ProofLineView, _: Language) -> Iterator[Line]:
    if item.decision is None:
        yield line("")
        return
    if item.answered_at:
        day, hour = timing.day_of(item.answered_at, _), item.answered_at[11:16]
        known = hour not in ("", "00:00") and not item.on_paper
        yield line(f"{day}\n{timing.clock(hour, _)}" if known else day)
    if item.on_paper:
        yield line(signed_on_paper_label(_), Emphasis.SOFT)
        if pages := len(item.scan):
            told = _.ngettext("scan: {count} blad, hierna", "scan: {count} bladen, hierna", pages)
            yield line(told.format(count=pages), Emphasis.SOFT)
    elif item.signed:
        yield line(_("getekend op het scherm"), Emphasis.SOFT)
    elif item.decision in _SIGNED:
        yield line(_("zonder handtekening"), Emphasis.SOFT)
    else:
        yield line(_("gezegd, niet getekend"), Emphasis.SOFT)


def _digests(item: ProofLineView, _: Language) -> Iterator[Line]:
    """Yield the digest of the document now, and of what was answered for where that is another.

    Of an answer on paper or of before there were such digests, that of the plan in the document is known.
    """
    yield line(in_groups(item.document))
    label, then = _("antwoordde op:"), item.answered_document
    if then is None:
        label, then = _("antwoordde op het plan:"), item.answered_for
    if then and then != item.document:
        yield line(f"{label}\n{in_groups(then)}", Emphasis.SOFT)


def _moment(at: str, _: Language) -> str:
    """Return `21 november 2026, om 15:42 uur`; the day alone if the hour is not known."""
    hour = at[11:16]
    return (
        timing.day_of(at, _) if hour in ("", "00:00") else f"{timing.day_of(at, _)}, {timing.clock(hour, _)}"
    )
