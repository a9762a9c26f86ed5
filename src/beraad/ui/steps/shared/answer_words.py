"""Short words for somebody's answer."""

from __future__ import annotations

from beraad.disclosure.console_views import ConsoleAnswer, ConsolePerson
from beraad.export.timing import day_of
from beraad.i18n import _, spoken
from beraad.terms import AnswerShows, Attendance, Decision
from beraad.words.answers import decision_said


def answer_words(person: ConsolePerson, answer: ConsoleAnswer | None) -> str:
    """Say what was answered, how and when; or that it was not, or is asked anew."""
    if answer is None:
        return _("nog niet · afwezig") if person.attendance is Attendance.ABSENT else _("nog niet")
    if answer.outdated:
        return _("Het eigen deel is veranderd: opnieuw vragen")
    words = decision_said(answer.decision, spoken())
    if answer.on_paper:
        words = _("{answer} · op papier").format(answer=words)
    if answer.on_paper and answer.answered_at:
        words = f"{words}, {day_of(answer.answered_at, spoken())}"
    if answer.remark and answer.decision is not Decision.AGREE:
        words = _("{answer}: „{remark}”").format(answer=words, remark=answer.remark)
    return " · ".join(filter(None, (words, _read_by_others(answer))))


def _read_by_others(answer: ConsoleAnswer) -> str:
    """Say what the others' copies leave out of an answer; empty if they hold all of it."""
    if answer.decision is Decision.ABSENT:
        return ""
    if answer.shows is AnswerShows.ANSWERED:
        return _("anderen lezen alleen dat er een antwoord is")
    if answer.shows is AnswerShows.DECISION and answer.remark:
        return _("anderen lezen de woorden niet")
    return ""
