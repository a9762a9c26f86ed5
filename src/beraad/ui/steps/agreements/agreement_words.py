"""Agreement in words: when it counts, what it covers, what it still needs."""

from __future__ import annotations

from beraad.disclosure.console_views import ConsoleAgreement, ConsoleReadiness, ConsoleTiming, ConsoleView
from beraad.disclosure.views import TimingView
from beraad.export.timing import shortly
from beraad.i18n import _, format_list, spoken
from beraad.terms import LAMPS_OUT, LOW_READINESS_BELOW, Column, Lack, Lamp
from beraad.ui.steps.shared.people import called, names, short
from beraad.words.gaps import lack_label


def short_timing(timing: ConsoleTiming) -> tuple[str, str]:
    """Return e.g. `elke dag om 20:00 uur` and `5 okt 2026 – 15 jan 2027`, or what is known of it."""
    often, dates = shortly(_view(timing), spoken())
    return often or _("hoe vaak?"), dates


def missing(agreement: ConsoleAgreement) -> dict[Lamp, tuple[str, ...]]:
    """Return what each lamp still lacks, in words."""
    found: dict[Lamp, tuple[str, ...]] = {}
    for lack in agreement.lacks:
        for lamp in Lamp:
            if lamp in LAMPS_OUT[lack]:
                found[lamp] = (*found.get(lamp, ()), lack_label(lack, spoken()))
    return found


def remarks(view: ConsoleView, agreement: ConsoleAgreement) -> list[tuple[str, str]]:
    """Return the remarks on an agreement as (sentence, tone), the most serious first."""
    found: list[tuple[str, str]] = []
    if agreement.children:
        found.append((_("Een kind draagt hier de veiligheid. Kan een volwassene dit doen?"), "danger"))
    found.extend(
        (_("„{word}” is vaag: wat precies?").format(word=word), "amber")
        for word in dict.fromkeys(agreement.vague)
    )
    found.extend((sentence, "amber") for sentence in _low(view, agreement))
    lacks = [lack for lack in agreement.lacks if lack is not Lack.LOW_WITHOUT_HELP]
    found.extend((_lack_words(view, agreement, lack), "") for lack in lacks)
    return found


def covered_words(view: ConsoleView, agreement: ConsoleAgreement) -> list[tuple[str, str]]:
    """Return what it covers as short (words, tone)."""
    tones = {Column.DANGER: "danger", Column.SAFETY: "safety", Column.NEXT_STEP: "next"}
    return [
        (_("bij: {text}").format(text=short(item.text)), tones[item.column])
        for item in view.statements
        if item.id in agreement.covers
    ]


def _view(timing: ConsoleTiming) -> TimingView:
    return TimingView(timing.kind, timing.starts_on, timing.ends_on, timing.rule, timing.at)


def _lack_words(view: ConsoleView, agreement: ConsoleAgreement, lack: Lack) -> str:
    if lack is Lack.NOT_ACCEPTED:
        left = [owner for owner in agreement.owners if owner not in agreement.accepted_by]
        return _("Nog geen ja van {people}").format(people=names(view, left))
    return lack_label(lack, spoken())


def _low(view: ConsoleView, agreement: ConsoleAgreement) -> list[str]:
    """Low numbers without a word on what helps."""
    return [
        _("{person} geeft {what} een {value} — wat helpt?").format(
            person=called(view, item.person), what=format_list([what]), value=value
        )
        for item in agreement.readiness
        if not item.remark
        for what, value in _three(item)
        if value is not None and value < LOW_READINESS_BELOW
    ]


def _three(item: ConsoleReadiness) -> tuple[tuple[str, int | None], ...]:
    return (
        (_("bereidheid"), item.willingness),
        (_("vertrouwen"), item.confidence),
        (_("vermogen"), item.capacity),
    )
