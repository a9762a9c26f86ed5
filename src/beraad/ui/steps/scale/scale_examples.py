"""Scale questions to choose from, worded for this family."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, format_list, ngettext
from beraad.readers import EVERYONE, Readers
from beraad.terms import ScaleKind


@dataclass(frozen=True, slots=True)
class Example:
    """Question to choose; one that was asked last time comes back for those who could see it then."""

    kind: ScaleKind
    question: str
    zero: str
    ten: str
    visible_to: Readers | None = None
    """Readers; None where everyone could see it: then whoever is in the room where it is asked."""


def examples(view: ConsoleView) -> tuple[Example, ...]:
    """Return the questions of last time, to compare; then questions worded for this family."""
    earlier = tuple(
        Example(item.kind, item.question, item.zero, item.ten, _fewer(item.visible_to))
        for item in view.earlier_scales
    )
    children = [person.called for person in view.people if person.child]
    who = format_list(children) if children else _("iedereen")
    count = len(children) or 1
    usual = (
        Example(
            ScaleKind.SAFETY,
            _("Hoe veilig is het nu voor {who}?").format(who=who),
            _("het geweld gaat vandaag gewoon door"),
            ngettext(
                "{who} is veilig en de hulp kan weg", "{who} zijn veilig en de hulp kan weg", count
            ).format(who=who),
        ),
        Example(
            ScaleKind.PROGRESS,
            _("Hoe ver zijn we met wat we samen willen?"),
            _("er is nog niets begonnen"),
            _("het is zoals wij het willen"),
        ),
    )
    kinds = {item.kind for item in earlier}
    asked = {item.question for item in earlier}
    others = (item for item in _others() if item.question not in asked)
    return (*earlier, *(item for item in usual if item.kind not in kinds), *others)


def _fewer(readers: Readers) -> Readers | None:
    return None if readers == EVERYONE else readers


def _others() -> tuple[Example, ...]:
    """Beside how safe it is for the children: the own safety, hope, trust, and each other."""
    return (
        Example(
            ScaleKind.OTHER,
            _("Hoe veilig voel jij je thuis?"),
            _("ik ben elke dag bang"),
            _("ik voel me altijd veilig"),
        ),
        Example(
            ScaleKind.OTHER,
            _("Hoeveel hoop heb je dat het thuis goed komt?"),
            _("ik geloof er niet meer in"),
            _("ik weet zeker dat het lukt"),
        ),
        Example(
            ScaleKind.OTHER,
            _("Hoeveel vertrouwen heb je in onze afspraken?"),
            _("ze gaan vandaag al mis"),
            _("ze houden, ook als het moeilijk wordt"),
        ),
        Example(
            ScaleKind.OTHER,
            _("Hoe goed kunnen wij elkaar om hulp vragen?"),
            _("iedereen staat er alleen voor"),
            _("we bellen elkaar op tijd"),
        ),
    )
