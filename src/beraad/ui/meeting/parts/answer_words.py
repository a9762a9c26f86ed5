"""How somebody's answer stands, in a few words."""

from __future__ import annotations

from beraad.disclosure.console_views import ConsoleAnswer, ConsolePerson
from beraad.export.timing import day_of
from beraad.i18n import _
from beraad.terms import Attendance, Decision
from beraad.ui.words import decision_label


def answer_words(person: ConsolePerson, answer: ConsoleAnswer | None) -> str:
    """What was answered, how and when; or that it was not, or is asked anew."""
    if answer is None:
        return _("nog niet · afwezig") if person.attendance is Attendance.ABSENT else _("nog niet")
    if answer.outdated:
        return _("Het eigen deel is veranderd: opnieuw vragen")
    words = decision_label(answer.decision)
    if answer.on_paper:
        words = _("{answer} · op papier").format(answer=words)
    if answer.on_paper and answer.answered_at:
        words = f"{words}, {day_of(answer.answered_at)}"
    if answer.remark and answer.decision is not Decision.AGREE:
        words = _("{answer}: „{remark}”").format(answer=words, remark=answer.remark)
    return words
